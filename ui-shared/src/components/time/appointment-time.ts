import { Component, inject, input } from '@angular/core';
import { TimeFormat } from '../../time/time-format';

/** A time as one reads it (`to 10.12.2026 klo 16.00–17.30`) and, for a screen reader, as one says it. */
@Component({
  selector: 'v-appointment-time',
  template: `
    <span aria-hidden="true">{{ format.range(startsAt(), endsAt()) }}</span>
    <span class="visually-hidden">{{ format.spokenAppointment(startsAt(), endsAt()) }}</span>
  `,
})
export class AppointmentTime {
  readonly startsAt = input.required<string>();
  readonly endsAt = input.required<string>();
  protected readonly format = inject(TimeFormat);
}
