import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language, Localize, TimeFormat } from '@vuoro/ui-shared';
import type { ReservationEventView } from '@vuoro/ui-shared/api';
import { Directory } from '../directory/directory';
import { CANCEL_REASONS } from './reservation-commands';
import { ReservationTexts } from './reservation-texts';

/** What has happened to a reservation, in words. */
@Service()
export class HistoryTexts {
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly format = inject(TimeFormat);
  private readonly localize = inject(Localize);
  private readonly directory = inject(Directory);
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

  /** What a move made another, the reason of a cancelling, which text was changed; empty for the rest. */
  detail(event: ReservationEventView): string {
    if (event.kind === 'MOVED') return this.moved(event.details);
    if (event.kind === 'CHANGED') return event.details['what'] === 'INTERNAL_NOTE' ? this.say('reservation.internalNote.title') : '';
    return event.kind === 'CANCELLED' ? this.cancelled(event.details) : '';
  }

  private cancelled({ reason, offeredAgain }: Readonly<Record<string, unknown>>): string {
    const known = CANCEL_REASONS.find((code) => code === reason);
    const withdrawn = offeredAgain === false ? [this.say('reservation.history.withdrawn')] : [];
    return [...(known === undefined ? [] : [this.reservation.reason(known)]), ...withdrawn].join('; ');
  }

  private moved(details: Readonly<Record<string, unknown>>): string {
    const { from, to, fromEmployees, toEmployees } = details;
    const time = isInstant(from) && isInstant(to) ? [this.format.dateTime(from), this.format.dateTime(to)] : null;
    const people = isText(fromEmployees) && isText(toEmployees) ? [fromEmployees, toEmployees] : null;
    const changes = [time, people, this.places(details, 'UnitId'), this.places(details, 'RoomId')];
    return changes
      .flatMap((change) => (change === null ? [] : [this.say('reservation.history.fromTo', { from: change[0], to: change[1] })]))
      .join('; ');
  }

  /** Names of the old and the new office or room; null where it stayed, or where the reader may know neither. */
  private places(details: Readonly<Record<string, unknown>>, what: 'UnitId' | 'RoomId'): readonly string[] | null {
    const [from, to] = [details[`from${what}`], details[`to${what}`]];
    if (!isText(from) && !isText(to)) return null;
    return [from, to].map((id) => (isText(id) ? this.localize.text(this.directory.nameOf(id)) : this.say('reservation.history.noRoom')));
  }

  private say(key: string, params: Record<string, unknown> = {}): string {
    this.language.current();
    return this.texts.translate(key, params);
  }
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
