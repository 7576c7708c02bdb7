import { Injectable } from '@nestjs/common';
import type { Principal } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { CalendarChanges, OfferedTimes, type OfferedTimeRecord } from '../../calendar/index.ts';
import type { CancelReason } from '../reservation.dto.ts';
import type { LockedWithIt, ReservationInHand } from '../reservation-in-hand.ts';
import { purposeOf } from '../reservation-record.ts';

/** What nobody can come to is not offered to the next client. */
const WITHDRAWING: readonly string[] = ['EMPLOYEE_ABSENT', 'ROOM_UNAVAILABLE'] satisfies CancelReason[];

/** Whether the time of a cancelled reservation is offered again, unless whoever cancels says otherwise. */
export function isOfferedAgain(reason: CancelReason, asked?: boolean): boolean {
  return asked ?? !WITHDRAWING.includes(reason);
}

/** Withdraws with a cancellation what would otherwise become free by it. */
@Injectable()
export class OfferNoMore {
  constructor(
    private readonly offeredTimes: OfferedTimes,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
  ) {}

  /** Whom and what, besides the reservation's own, `withdrawTime` may free: to be locked with it. */
  async lockedBefore(tx: Tx, { row }: ReservationInHand): Promise<LockedWithIt> {
    const groups = (await this.blockOf(tx, row.offeredTimeId)).filter(({ capacity }) => capacity > 1);
    return {
      subjectIds: groups.flatMap(({ employeeId, subjects }) => [employeeId, ...subjects.map(({ subjectId }) => subjectId)]),
      officesWithRooms: groups.map(({ unitId }) => unitId),
    };
  }

  /**
   * The reservation's own time with all types of its block, as if withdrawn by hand; one that others have a place of stays. What else its people offer stays too: the
   * right to cancel is none to their calendars. After the time was given back, before the freed span is reopened.
   */
  async withdrawTime(tx: Tx, principal: Principal, { row }: ReservationInHand): Promise<void> {
    const block = await this.blockOf(tx, row.offeredTimeId);
    const [offered] = block;
    if (offered === undefined) return;
    const withdrawn = await this.offeredTimes.withdraw(
      tx,
      block.map(({ id }) => id),
      'HAND',
    );
    if (withdrawn.length === 0) return;
    const subjectIds = block
      .filter(({ id }) => withdrawn.includes(id))
      .flatMap(({ employeeId, subjects }) => [employeeId, ...subjects.map(({ subjectId }) => subjectId)]);
    await this.changes.publish(tx, principal.organisationId, 'WITHDRAWN', offered.blockId, subjectIds);
    await this.audit.record(tx, principal, {
      action: 'OfferedTimeWithdraw',
      what: 'update',
      objectType: 'offered_time',
      objectIds: withdrawn,
      clientIds: [],
      purpose: purposeOf(principal, row),
      unitId: offered.unitId,
    });
  }

  /** The offered time with those of the same employee in its block; empty when it is gone. */
  private async blockOf(tx: Tx, offeredTimeId: string | null): Promise<readonly OfferedTimeRecord[]> {
    const offered = offeredTimeId === null ? null : await this.offeredTimes.read(tx, offeredTimeId);
    if (offered === null) return [];
    return (await this.offeredTimes.readBlock(tx, offered.blockId)).filter(({ employeeId }) => employeeId === offered.employeeId);
  }
}
