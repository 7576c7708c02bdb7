import { Component, computed, inject, input } from '@angular/core';
import { TimeFormat } from '../../time/time-format';

/** A time as one reads it (`to 10.12.2026 klo 16.00–17.30`) and, for a screen reader, as one says it. */
@Component({
  selector: 'v-appointment-time',
  template: `
    <span aria-hidden="true"
      >{{ parts()[0] }} <span class="time-of-day">{{ parts()[1] }}</span></span
    >
    <span class="visually-hidden">{{ format.spokenAppointment(startsAt(), endsAt()) }}</span>
  `,
})
export class AppointmentTime {
  readonly startsAt = input.required<string>();
  readonly endsAt = input.required<string>();
  protected readonly format = inject(TimeFormat);
  /** The hours go to the next line together, if there is no room for them beside the date. */
  protected readonly parts = computed(() => {
    const range = this.format.range(this.startsAt(), this.endsAt());
    const hours = range.lastIndexOf(' ') + 1;
    return [range.slice(0, hours - 1), range.slice(hours)] as const;
  });
}
