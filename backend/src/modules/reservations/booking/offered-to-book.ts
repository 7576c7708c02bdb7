import { Injectable } from '@nestjs/common';
import { Problem, type Instant } from '../../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { AppointmentTypes, type AppointmentTypeVersion, type EmployeeWish } from '../../appointment-types/index.ts';
import { OfferedTimes, type OfferedTimeRecord } from '../../calendar/index.ts';
import { FreeTimes } from '../../availability/index.ts';
import { TIME_NOT_OFFERED } from '../reservation.problems.ts';

/** A version of a client time: those of other work have no service. */
export type BookableVersion = AppointmentTypeVersion & { readonly serviceTaskId: string };

export interface OfferedToBook {
  readonly offered: OfferedTimeRecord;
  readonly version: BookableVersion;
}

/** Reads an offered time with the version of its type that is in force now: what a booking made now is made by. */
@Injectable()
export class OfferedToBookReader {
  constructor(
    private readonly offeredTimes: OfferedTimes,
    private readonly types: AppointmentTypes,
    private readonly freeTimes: FreeTimes,
    private readonly access: Access,
  ) {}

  /** @throws Problem NOT_FOUND when it does not exist, TIME_NOT_OFFERED when it was withdrawn or its type has no version in force */
  async read(tx: Tx, offeredTimeId: string, now: Instant): Promise<OfferedToBook> {
    return this.bookable(tx, await this.existing(tx, offeredTimeId), now);
  }

  /**
   * As `read`, for a citizen: a time that citizens are never shown does not exist for them.
   * @throws Problem NOT_FOUND, TIME_NOT_OFFERED
   */
  async readForCitizen(tx: Tx, offeredTimeId: string, now: Instant): Promise<OfferedToBook> {
    const offered = await this.existing(tx, offeredTimeId);
    // Before anything else is told of it: that it was withdrawn is nobody's business either who was never to see it.
    if (!(await this.freeTimes.isShownToCitizens(tx, offered, now))) throw new Problem(NOT_FOUND);
    return this.bookable(tx, offered, now);
  }

  /** What a citizen with this wish cannot tell from this time: free times of colleagues at the same moment, for when somebody is quicker. */
  async equalTo(tx: Tx, { offered, version }: OfferedToBook, now: Instant, wish: EmployeeWish): Promise<readonly OfferedToBook[]> {
    const others = await this.offeredTimes.readAll(tx, await this.freeTimes.equal(tx, offered, now, wish));
    return others.filter(({ state }) => state === 'OPEN').map((other) => ({ offered: other, version }));
  }

  /**
   * As `read`, for an employee who may use the action in the unit and service of the time, also when the calendar is the own.
   * @throws Problem FORBIDDEN, NOT_FOUND, TIME_NOT_OFFERED
   */
  async readForEmployee(tx: Tx, principal: Principal, action: string, offeredTimeId: string, now: Instant): Promise<OfferedToBook> {
    const offered = await this.existing(tx, offeredTimeId);
    const { unitId, serviceId, employeeId } = offered;
    this.access.require(principal, action, { unitId, serviceId, employeeIds: [employeeId] });
    this.access.requirePlace(principal, action, unitId, [serviceId]);
    return this.bookable(tx, offered, now);
  }

  private async existing(tx: Tx, offeredTimeId: string): Promise<OfferedTimeRecord> {
    const offered = await this.offeredTimes.read(tx, offeredTimeId);
    if (offered === null) throw new Problem(NOT_FOUND);
    return offered;
  }

  private async bookable(tx: Tx, offered: OfferedTimeRecord, now: Instant): Promise<OfferedToBook> {
    const version = await this.types.inForce(tx, offered.appointmentTypeId, now);
    if (version === null || !isBookable(version) || offered.state === 'WITHDRAWN' || offered.state === 'EXPIRED')
      throw new Problem(TIME_NOT_OFFERED);
    return { offered, version };
  }
}

function isBookable(version: AppointmentTypeVersion): version is BookableVersion {
  return version.serviceTaskId !== null && version.state === 'ACTIVE';
}
