import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { Language, Localize, TimeFormat, type Tone } from '@vuoro/ui-shared';
import type { ReservationView } from '@vuoro/ui-shared/api';
import type { ReservationChange } from './reservation-changes';
import type { AttendanceAction, CancelReason } from './reservation-commands';

type Status = ReservationView['status'];
type Mode = ReservationView['mode'];

/** Words for the codes of a reservation; each key stands whole, so that the check of the texts finds it. */
@Service()
export class ReservationTexts {
  private readonly texts = inject(TranslocoService);
  private readonly localize = inject(Localize);
  private readonly format = inject(TimeFormat);
  private readonly language = inject(Language);

  status(status: Status): string {
    const keys: Readonly<Record<Status, string>> = {
      BOOKED: 'status.booked',
      CHECKED_IN: 'status.checkedIn',
      STARTED: 'status.started',
      FULFILLED: 'status.fulfilled',
      NO_SHOW: 'status.noShow',
      CANCELLED: 'status.cancelled',
      ENTERED_IN_ERROR: 'status.enteredInError',
    };
    return this.say(keys[status]);
  }

  statusTone(status: Status): Tone {
    const tones: Readonly<Record<Status, Tone>> = {
      BOOKED: 'info',
      CHECKED_IN: 'info',
      STARTED: 'info',
      FULFILLED: 'success',
      NO_SHOW: 'warning',
      CANCELLED: 'danger',
      ENTERED_IN_ERROR: 'neutral',
    };
    return tones[status];
  }

  mode(mode: Mode): string {
    const keys: Readonly<Record<Mode, string>> = {
      VISIT: 'mode.visit',
      REMOTE: 'mode.remote',
      PHONE: 'mode.phone',
      HOME: 'mode.home',
      GROUP: 'mode.group',
    };
    return this.say(keys[mode]);
  }

  channel(channel: ReservationView['channel']): string {
    const keys: Readonly<Record<ReservationView['channel'], string>> = {
      CITIZEN: 'reservation.channel.citizen',
      PROXY: 'reservation.channel.proxy',
      EMPLOYEE: 'reservation.channel.employee',
      DESK: 'reservation.channel.desk',
      API: 'reservation.channel.api',
    };
    return this.say(keys[channel]);
  }

  action(action: AttendanceAction): string {
    const keys: Readonly<Record<AttendanceAction, string>> = {
      'check-in': 'reservation.action.checkIn',
      start: 'reservation.action.start',
      fulfil: 'reservation.action.fulfil',
      'no-show': 'reservation.action.noShow',
      'correct-attendance': 'reservation.action.correct',
    };
    return this.say(keys[action]);
  }

  reason(reason: CancelReason): string {
    const keys: Readonly<Record<CancelReason, string>> = {
      CLIENT_REQUEST: 'reservation.reason.clientRequest',
      EMPLOYEE_ABSENT: 'reservation.reason.employeeAbsent',
      ROOM_UNAVAILABLE: 'reservation.reason.roomUnavailable',
      BOOKED_BY_MISTAKE: 'reservation.reason.bookedByMistake',
      NO_LONGER_NEEDED: 'reservation.reason.noLongerNeeded',
      OTHER: 'reservation.reason.other',
    };
    return this.say(keys[reason]);
  }

  messageLanguage(code: string): string {
    const keys: Readonly<Record<string, string>> = {
      fi: 'reservation.language.fi',
      sv: 'reservation.language.sv',
      en: 'reservation.language.en',
    };
    return this.say(keys[code] ?? 'reservation.language.fi');
  }

  /** Instead of the office and the room of a protected client. */
  hiddenPlace(): string {
    return this.say('reservation.hiddenPlace');
  }

  change(change: ReservationChange): string {
    switch (change.what) {
      case 'time':
        return this.say('reservation.changed.time', { time: this.format.range(change.startsAt, change.endsAt) });
      case 'status':
        return this.say('reservation.changed.status', { status: this.status(change.status) });
      case 'people':
        return this.say('reservation.changed.people', { names: change.names.join(', ') });
      case 'room':
        return change.room === null
          ? this.say('reservation.changed.noRoom')
          : this.say('reservation.changed.room', { room: this.localize.text(change.room.name) });
      case 'mode':
        return this.say('reservation.changed.mode', { mode: this.mode(change.mode) });
      case 'clients':
        return this.say('reservation.changed.clients');
      case 'internalNote':
        return this.say('reservation.changed.internalNote');
      case 'other':
        return this.say('reservation.changed.other');
    }
  }

  private say(key: string, params: Record<string, unknown> = {}): string {
    this.language.current();
    return this.texts.translate(key, params);
  }
}
