import { httpResource } from '@angular/common/http';
import { Service, signal } from '@angular/core';
import { type AppointmentTypeView, listAppointmentTypes } from '@vuoro/ui-shared/api';

/** Appointment types in force that the signed-in person may know of; read once, when somebody first wants them. */
@Service()
export class TypeCatalogue {
  private readonly isWanted = signal(false);
  readonly types = httpResource<AppointmentTypeView[]>(() => (this.isWanted() ? listAppointmentTypes.PATH : undefined), {
    defaultValue: [],
  });

  want(): void {
    this.isWanted.set(true);
  }

  of(id: string): AppointmentTypeView | null {
    return this.types.hasValue() ? (this.types.value().find((type) => type.id === id) ?? null) : null;
  }
}
