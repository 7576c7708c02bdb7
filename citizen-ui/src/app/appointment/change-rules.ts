import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { TimeFormat } from '@vuoro/ui-shared';
import type { CitizenReservationView } from '@vuoro/ui-shared/api';
import { Contacts } from '../organisation/contacts';
import { cancelText, moveText, needsContact } from './permission-texts';

/** Until when the time may be moved and cancelled; where it may not, why and whom to contact. */
@Component({
  selector: 'app-change-rules',
  imports: [Contacts, TranslocoPipe],
  template: `
    <ul>
      @if (move(); as text) {
        <li>{{ text.key | transloco: { until: written(text.until) } }}</li>
      }
      @if (cancel(); as text) {
        <li>{{ text.key | transloco: { until: written(text.until) } }}</li>
      }
    </ul>
    @if (showsContacts()) {
      <p>{{ 'rules.contact' | transloco }}</p>
      <app-contacts [office]="reservation().office" />
    }
  `,
})
export class ChangeRules {
  readonly reservation = input.required<CitizenReservationView>();
  private readonly format = inject(TimeFormat);
  protected readonly move = computed(() => moveText(this.reservation().move));
  protected readonly cancel = computed(() => cancelText(this.reservation().cancel));
  protected readonly showsContacts = computed(() => needsContact(this.reservation()));

  protected written(until: string | null): string {
    return until === null ? '' : this.format.dateTime(until);
  }
}
