import type { ReservationView } from '@vuoro/ui-shared/api';

/** One thing that somebody else has changed while the reservation was on the screen. */
export type ReservationChange =
  | { readonly what: 'time'; readonly startsAt: string; readonly endsAt: string }
  | { readonly what: 'status'; readonly status: ReservationView['status'] }
  | { readonly what: 'people'; readonly names: readonly string[] }
  | { readonly what: 'room'; readonly room: ReservationView['room'] }
  | { readonly what: 'mode'; readonly mode: ReservationView['mode'] }
  | { readonly what: 'clients' }
  | { readonly what: 'internalNote' }
  | { readonly what: 'other' };

/** What differs, most important first; never empty when the version does. */
export function changesBetween(before: ReservationView, after: ReservationView): ReservationChange[] {
  if (before.version === after.version) return [];
  const changes: ReservationChange[] = [];
  if (before.status !== after.status) changes.push({ what: 'status', status: after.status });
  if (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt) {
    changes.push({ what: 'time', startsAt: after.startsAt, endsAt: after.endsAt });
  }
  if (ids(before.employees) !== ids(after.employees)) changes.push({ what: 'people', names: after.employees.map(({ name }) => name) });
  // A place that the reader is no longer shown has not changed.
  if (after.unit !== null && before.room?.id !== after.room?.id) changes.push({ what: 'room', room: after.room });
  if (before.mode !== after.mode) changes.push({ what: 'mode', mode: after.mode });
  if (ids(before.clients) !== ids(after.clients)) changes.push({ what: 'clients' });
  if (before.internalNote !== after.internalNote) changes.push({ what: 'internalNote' });
  return changes.length > 0 ? changes : [{ what: 'other' }];
}

function ids(people: readonly { readonly id: string }[]): string {
  return people
    .map(({ id }) => id)
    .sort()
    .join();
}
