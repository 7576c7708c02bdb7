import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Localize, StatusTag, TimeFormat, instantOf, readablePhone } from '@vuoro/ui-shared';
import type { ReservationView } from '@vuoro/ui-shared/api';
import { InterpreterLanguages } from '../interpreter-languages';
import { ReservationTexts } from '../reservation-texts';
import { OpenReservation } from './open-reservation';

/** When, where, who, with whom, and by which rules. */
@Component({
  selector: 'app-reservation-facts',
  imports: [StatusTag, TranslocoPipe],
  templateUrl: './reservation-facts.html',
  styleUrl: './reservation-facts.css',
})
export class ReservationFacts {
  readonly reservation = input.required<ReservationView>();

  private readonly opened = inject(OpenReservation);
  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly texts = inject(ReservationTexts);
  protected readonly languages = inject(InterpreterLanguages);

  protected readonly duration = computed(() => {
    const { startsAt, endsAt } = this.reservation();
    return this.format.duration(Math.round((instantOf(endsAt) - instantOf(startsAt)) / 60_000));
  });

  protected readonly place = computed(() => {
    const { unit, room } = this.reservation();
    if (unit === null) return this.texts.hiddenPlace();
    return [unit, room].flatMap((part) => (part === null ? [] : [this.localize.text(part.name)])).join(', ');
  });

  protected readonly readable = readablePhone;

  protected birthDay(date: string): string {
    // The year is what tells people of one name apart; the weekday is not.
    return this.format.date(date).replace(/^\S+ /, '');
  }

  protected async copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.opened.done.set('reservation.link.copied');
    } catch {
      this.opened.done.set('reservation.link.failed');
    }
  }
}
