import type { Tone } from '@vuoro/ui-shared';
import type { CitizenReservationView } from '@vuoro/ui-shared/api';

export interface StatusText {
  readonly key: string;
  readonly tone: Tone;
}

const STATUS_TEXTS: Readonly<Record<CitizenReservationView['status'], StatusText>> = {
  BOOKED: { key: 'status.booked', tone: 'success' },
  CHECKED_IN: { key: 'status.checkedIn', tone: 'info' },
  STARTED: { key: 'status.started', tone: 'info' },
  FULFILLED: { key: 'status.fulfilled', tone: 'neutral' },
  NO_SHOW: { key: 'status.noShow', tone: 'warning' },
  CANCELLED: { key: 'status.cancelled', tone: 'danger' },
};

export function statusText(status: CitizenReservationView['status']): StatusText {
  return STATUS_TEXTS[status];
}
