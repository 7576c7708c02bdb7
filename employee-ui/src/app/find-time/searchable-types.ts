import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { Localize } from '@vuoro/ui-shared';
import { type AppointmentTypeView, listAppointmentTypes } from '@vuoro/ui-shared/api';
import { Directory } from '../directory/directory';
import { Session } from '../session/session';
import { bookableTypes, isBookableAt, isOwnOnly } from './bookable-types';

export interface SearchableType extends AppointmentTypeView {
  /** Its name in the reader's language. */
  readonly label: string;
}

/** The types that the signed-in person may book, and those of them only in the own calendar. */
@Injectable()
export class SearchableTypes {
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly localize = inject(Localize);

  readonly resource = httpResource<AppointmentTypeView[]>(() => ({ url: listAppointmentTypes.PATH, params: { category: 'CLIENT' } }));
  private readonly roles = computed(() => this.session.view()?.roles ?? []);
  readonly types = computed((): readonly SearchableType[] => {
    const all = this.resource.hasValue() ? this.resource.value() : [];
    const named = bookableTypes(all, this.roles()).map((type) => ({ ...type, label: this.localize.text(type.name) }));
    return named.sort((a, b) => a.label.localeCompare(b.label));
  });

  find(typeId: string | null): SearchableType | null {
    return this.types().find(({ id }) => id === typeId) ?? null;
  }

  /** The offices of the type where the signed-in person may book it. */
  unitsOf(type: SearchableType | null): string[] {
    const units = this.directory.units.hasValue() ? this.directory.units.value() : [];
    return (type?.unitIds ?? []).filter((id) => type !== null && isBookableAt(type, id, this.roles(), units));
  }

  /** The signed-in employee, when times of anybody else are not theirs to book; else null. */
  onlyEmployee(type: SearchableType | null): string | null {
    return type !== null && isOwnOnly(type, this.roles()) ? (this.session.view()?.employeeId ?? null) : null;
  }
}
