import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, type Instant } from '../../../kernel/index.ts';
import { Access, type EmployeePrincipal } from '../../../platform/access/index.ts';
import { Transactions, type Tx } from '../../../platform/database/index.ts';
import { AppointmentTypes } from '../../appointment-types/index.ts';
import { OfferedTimes, type OfferedTimeRecord } from '../../calendar/index.ts';
import { localizedTextView } from '../../organisation/index.ts';
import { messagesOf } from '../messages-of.ts';
import { employeeActions } from '../reservation.actions.ts';
import { OfferedTimePlaceRepository } from './offered-time-place.repository.ts';
import type { OfferedTimeView, OtherTypeOfTimeView } from './offered-time.dto.ts';
import { OfferedToBookReader } from './offered-to-book.ts';
import { NearestBookable } from './nearest-bookable.ts';
import { isBookableBy, mayWriteInternalNote } from './ways-to-book.ts';

/** What an employee has to know of an offered time before booking it for a client. Says nothing of who has it, if somebody has. */
@Injectable()
export class ReadOfferedTime {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly reader: OfferedToBookReader,
    private readonly offeredTimes: OfferedTimes,
    private readonly types: AppointmentTypes,
    private readonly places: OfferedTimePlaceRepository,
    private readonly nearest: NearestBookable,
  ) {}

  /** @throws Problem FORBIDDEN, NOT_FOUND, TIME_NOT_OFFERED when it was withdrawn or is over */
  execute(employee: EmployeePrincipal, offeredTimeId: string): Promise<OfferedTimeView> {
    return this.transactions.run(employee, async (tx) => {
      const now = this.clock.now();
      const time = await this.reader.readForEmployee(tx, employee, employeeActions.RESERVATION_CREATE, offeredTimeId, now);
      const { offered, version } = time;
      const { unitName, employees, room } = await this.places.read(tx, offered.id);
      const availability = isFree(offered, now) ? 'FREE' : 'TAKEN';
      return {
        id: offered.id,
        startsAt: formatInstant(offered.startsAt),
        endsAt: formatInstant(offered.endsAt),
        availability,
        bookableByYou: isBookableBy(employee, time),
        mayWriteInternalNote: mayWriteInternalNote(this.access, employee, offered),
        appointmentType: {
          id: version.appointmentTypeId,
          code: version.code,
          versionNo: version.versionNo,
          name: localizedTextView(version.name),
        },
        otherTypes: await this.otherTypes(tx, offered, now),
        unit: { id: offered.unitId, name: localizedTextView(unitName) },
        employees: [...employees],
        room: room === null ? null : { id: room.id, name: localizedTextView(room.name) },
        modes: [...version.modes],
        capacity: offered.capacity,
        taken: offered.taken,
        messages: messagesOf(version),
        alternatives: availability === 'FREE' ? [] : await this.nearest.of(tx, employee, time, now),
      };
    });
  }

  private async otherTypes(tx: Tx, offered: OfferedTimeRecord, now: Instant): Promise<OtherTypeOfTimeView[]> {
    const block = await this.offeredTimes.readBlock(tx, offered.blockId);
    const others = block.filter((row) => row.id !== offered.id && row.state === 'OPEN');
    const versions = await Promise.all(others.map((row) => this.types.inForce(tx, row.appointmentTypeId, now)));
    return others.flatMap((row, index) => {
      const version = versions[index];
      return version?.state === 'ACTIVE'
        ? [{ id: row.appointmentTypeId, offeredTimeId: row.id, name: localizedTextView(version.name) }]
        : [];
    });
  }
}

function isFree(offered: OfferedTimeRecord, now: Instant): boolean {
  return offered.state === 'OPEN' && offered.taken < offered.capacity && (offered.heldUntil === null || offered.heldUntil <= now);
}
