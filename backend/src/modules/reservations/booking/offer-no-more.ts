import { Injectable } from '@nestjs/common';
import { interval } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { OfferedTimes } from '../../calendar/index.ts';
import type { CancelReason } from '../reservation.dto.ts';
import { isPerson, type ReservationInHand } from '../reservation-in-hand.ts';

/** What nobody can come to is not offered to the next client. */
const WITHDRAWING: readonly string[] = ['EMPLOYEE_ABSENT', 'ROOM_UNAVAILABLE'] satisfies CancelReason[];

/** Whether the time of a cancelled reservation is offered again, unless whoever cancels says otherwise. */
export function isOfferedAgain(reason: CancelReason, asked?: boolean): boolean {
  return asked ?? !WITHDRAWING.includes(reason);
}

/** Withdraws with a cancellation what would otherwise become free by it. */
@Injectable()
export class OfferNoMore {
  constructor(private readonly offeredTimes: OfferedTimes) {}

  /** The time itself, with all types of its block. After it was given back, before the freed span is reopened; one that others have a place of stays. */
  async withdrawTime(tx: Tx, { row }: ReservationInHand): Promise<void> {
    const offered = row.offeredTimeId === null ? null : await this.offeredTimes.read(tx, row.offeredTimeId);
    if (offered === null) return;
    const block = await this.offeredTimes.readBlock(tx, offered.blockId);
    await this.offeredTimes.withdraw(tx, block.filter(({ employeeId }) => employeeId === offered.employeeId).map(({ id }) => id), 'HAND');
  }

  /**
   * Whatever else is offered with the same people at that time, alone or as a pair: nobody has said which of them is away. After the
   * reopening. It comes back when an absence over it is removed.
   */
  async withdrawWithPeople(tx: Tx, { row, subjects }: ReservationInHand): Promise<void> {
    const span = interval(row.startsAt, row.endsAt);
    for (const { subjectId } of subjects.filter(isPerson)) await this.offeredTimes.withdrawForAbsence(tx, subjectId, span);
  }
}
