import type { FreeTimeView } from '@vuoro/ui-shared/api';

export interface Moment {
  readonly startsAt: string;
  /** null: the place is not told, so every office counts. */
  readonly unitId: string | null;
}

/** Leaves out the times that begin at this moment in this office. */
export function withoutMoment(times: readonly FreeTimeView[], moment: Moment | null): readonly FreeTimeView[] {
  if (moment === null) return times;
  const { startsAt, unitId } = moment;
  return times.filter((time) => Date.parse(time.startsAt) !== Date.parse(startsAt) || (unitId !== null && time.unitId !== unitId));
}
