import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language, TimeFormat } from '@vuoro/ui-shared';
import type { CancelReservationRequest, ReservationEventView } from '@vuoro/ui-shared/api';
import { ReservationTexts } from './reservation-texts';

const REASONS: readonly CancelReservationRequest['reason'][] = [
  'CLIENT_REQUEST',
  'EMPLOYEE_ABSENT',
  'ROOM_UNAVAILABLE',
  'BOOKED_BY_MISTAKE',
  'NO_LONGER_NEEDED',
  'OTHER',
];

/** What has happened to a reservation, in words. */
@Service()
export class HistoryTexts {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly format = inject(TimeFormat);
  private readonly reservation = inject(ReservationTexts);

  what({ kind }: ReservationEventView): string {
    const keys: Readonly<Record<ReservationEventView['kind'], string>> = {
      BOOKED: 'reservation.history.booked',
      MOVED: 'reservation.history.moved',
      TRANSFERRED: 'reservation.history.transferred',
      CANCELLED: 'reservation.history.cancelled',
      CHECKED_IN: 'reservation.history.checkedIn',
      STARTED: 'reservation.history.started',
      FULFILLED: 'reservation.history.fulfilled',
      NO_SHOW: 'reservation.history.noShow',
      CORRECTED: 'reservation.history.corrected',
      CHANGED: 'reservation.history.changed',
      CANNOT_COME: 'reservation.history.cannotCome',
      ENTERED_IN_ERROR: 'reservation.history.enteredInError',
    };
    return this.say(keys[kind]);
  }

  who({ actorKind, actorName }: ReservationEventView): string {
    switch (actorKind) {
      case 'CITIZEN':
        return this.say('reservation.actor.citizen');
      case 'EMPLOYEE':
        return actorName ?? this.say('reservation.actor.employee');
      case 'SYSTEM':
        return this.say('reservation.actor.system');
    }
  }

  /** The old and the new time of a move, the reason of a cancelling; empty for the rest. */
  detail({ kind, details }: ReservationEventView): string {
    const { from, to, reason } = details as Readonly<Record<string, unknown>>;
    if (kind === 'MOVED' && isInstant(from) && isInstant(to)) {
      return this.say('reservation.history.fromTo', { from: this.format.dateTime(from), to: this.format.dateTime(to) });
    }
    const known = REASONS.find((code) => code === reason);
    return kind === 'CANCELLED' && known !== undefined ? this.reservation.reason(known) : '';
  }

  private say(key: string, params: Record<string, unknown> = {}): string {
    this.language.current();
    return this.texts.translate(key, params);
  }
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}
