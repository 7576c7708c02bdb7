import { instantOf } from '@vuoro/ui-shared';
import type { ShownEntry } from './grid-entries';

/** A time on offer at a place of the grid, for one of the types that it accepts. */
export interface OfferedPlace {
  readonly offeredTimeId: string;
  readonly appointmentTypeId: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** The grid's step: times that begin between two steps are met by the nearest one. */
const REACH_MS = 15 * 60_000;

/** What is on offer in the column at that moment or within a step of it, nearest first. */
export function offeredNear(entries: readonly ShownEntry[], columnId: string, startsAt: string): OfferedPlace[] {
  const wanted = instantOf(startsAt);
  const distance = ({ start }: ShownEntry): number => Math.abs(instantOf(start) - wanted);
  return entries
    .filter((entry) => entry.columnId === columnId && entry.source.kind === 'OFFERED' && distance(entry) < REACH_MS)
    .sort((a, b) => distance(a) - distance(b))
    .flatMap(({ source }) => {
      const { offeredTimeIds, offeredTypeIds, startsAt: start, endsAt: end } = source;
      return offeredTimeIds.map((offeredTimeId, index) => ({
        offeredTimeId,
        appointmentTypeId: offeredTypeIds[index] ?? '',
        startsAt: start,
        endsAt: end,
      }));
    });
}
