import type { CitizenReservationView, PermissionView } from '@vuoro/ui-shared/api';

export interface PermissionText {
  readonly key: string;
  readonly until: string | null;
}

/** What to say of moving; null when nothing helps any more, as with a time that is over. */
export function moveText(permission: PermissionView): PermissionText | null {
  return textOf(permission, { until: 'rules.moveUntil', now: 'rules.moveNow', late: 'rules.moveLate', never: 'rules.moveNever' });
}

/** What to say of cancelling; null when nothing helps any more. */
export function cancelText(permission: PermissionView): PermissionText | null {
  return textOf(permission, { until: 'rules.cancelUntil', now: 'rules.cancelNow', late: 'rules.cancelLate', never: 'rules.cancelNever' });
}

/** Whether the contacts must stand beside the rules: something of the two cannot be done by oneself. */
export function needsContact({ move, cancel }: Pick<CitizenReservationView, 'move' | 'cancel'>): boolean {
  return [move, cancel].some(({ reason }) => reason === 'NOT_ALLOWED' || reason === 'TOO_LATE');
}

interface Keys {
  readonly until: string;
  readonly now: string;
  readonly late: string;
  readonly never: string;
}

function textOf({ allowed, until, reason }: PermissionView, keys: Keys): PermissionText | null {
  if (allowed) return { key: until === null ? keys.now : keys.until, until };
  switch (reason) {
    case 'TOO_LATE':
      return { key: keys.late, until };
    case 'STATUS':
      return null;
    case 'NOT_ALLOWED':
    case null:
      return { key: keys.never, until: null };
  }
}
