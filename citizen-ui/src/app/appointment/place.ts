import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type LocalizedText, Localize } from '@vuoro/ui-shared';
import type { AppointmentMode, OfficeView } from '@vuoro/ui-shared/api';
import { Contacts } from '../organisation/contacts';
import { isOnSite, joinText, modeText } from './mode-text';

/** Where or how one meets, and whom: address and the way in for a visit, a sentence for the phone and video. */
@Component({ selector: 'app-place', imports: [Contacts, TranslocoPipe], templateUrl: './place.html' })
export class Place {
  readonly office = input.required<OfficeView | null>();
  readonly mode = input.required<AppointmentMode | null>();
  readonly roomName = input<LocalizedText | null>(null);
  readonly roomArrivalInfo = input<LocalizedText | null>(null);
  readonly employeeName = input<string | null>(null);
  /** Name of the language in which one is served, when one has chosen it. */
  readonly languageName = input<string | null>(null);
  /** How to arrive and get in; left out where only the choice matters. */
  readonly withArrival = input(true);
  /** A time that is over or cancelled needs no directions: they would tell to come. */
  readonly isOver = input(false);

  protected readonly localize = inject(Localize);
  protected readonly modeText = modeText;
  protected readonly isVisit = computed(() => isOnSite(this.mode()));
  /** What a citizen is shown of a time may be the time alone. */
  protected readonly isUntold = computed(() => this.office() === null && this.mode() === null && this.employeeName() === null);
  protected readonly joinText = computed(() => (this.isOver() ? null : joinText(this.mode())));
  protected readonly address = computed(() => {
    const office = this.office();
    if (office === null) return '';
    const town = [office.postalCode, this.localize.text(office.city)].filter(Boolean).join('\u00a0');
    return [this.localize.text(office.streetAddress), town].filter(Boolean).join(', ');
  });
}
