import { Injectable } from '@nestjs/common';
import { formatInstant } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { isPerson } from '../reservation-in-hand.ts';
import type { ReservationRow } from '../reservation-row.ts';
import { ReservationsRepository, type HistoryEntry, type ReservationSubject } from '../reservations.repository.ts';

interface Stood {
  readonly row: Pick<ReservationRow, 'startsAt' | 'unitId'>;
  readonly subjects: readonly ReservationSubject[];
}

/** What the history of a reservation keeps of a move: the times always, of people, room and office what is another. */
@Injectable()
export class MoveHistory {
  constructor(private readonly reservations: ReservationsRepository) {}

  async entry(tx: Tx, before: Stood, after: Stood): Promise<Pick<HistoryEntry, 'kind' | 'details'>> {
    const times = { from: formatInstant(before.row.startsAt), to: formatInstant(after.row.startsAt) };
    const people = await this.people(tx, before.subjects, after.subjects);
    const units = differing('UnitId', before.row.unitId, after.row.unitId);
    const rooms = differing('RoomId', roomOf(before.subjects), roomOf(after.subjects));
    return { kind: 'MOVED', details: { ...times, ...people, ...units, ...rooms } };
  }

  /** By name, as who did it is: the history must stay readable when somebody has left. */
  private async people(
    tx: Tx,
    before: readonly ReservationSubject[],
    after: readonly ReservationSubject[],
  ): Promise<Readonly<Record<string, string>>> {
    const [old, now] = [idsOf(before), idsOf(after)];
    if (old.join() === now.join()) return {};
    const names = await this.reservations.employeeNames(tx, [...new Set([...old, ...now])]);
    const named = (ids: readonly string[]): string =>
      names
        .filter(({ id }) => ids.includes(id))
        .map(({ name }) => name)
        .join(', ');
    return { fromEmployees: named(old), toEmployees: named(now) };
  }
}

function differing(what: string, from: string | null, to: string | null): Readonly<Record<string, string | null>> {
  return from === to ? {} : { [`from${what}`]: from, [`to${what}`]: to };
}

function idsOf(subjects: readonly ReservationSubject[]): string[] {
  return subjects
    .filter(isPerson)
    .map(({ subjectId }) => subjectId)
    .sort();
}

function roomOf(subjects: readonly ReservationSubject[]): string | null {
  return subjects.find(({ role }) => role === 'ROOM')?.subjectId ?? null;
}
