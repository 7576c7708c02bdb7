import { Injectable } from '@nestjs/common';
import type { Instant } from '../../../kernel/index.ts';
import { Access, type EmployeePrincipal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { employeeFreeTimeView, FreeTimes } from '../../availability/index.ts';
import { employeeActions } from '../reservation.actions.ts';
import type { OfferedToBook } from './offered-to-book.ts';
import { mayBook } from './ways-to-book.ts';

const SHOWN = 3;
/** Some of them may lie in offices where this employee books nothing. */
const LOOKED_AT = 30;

type EmployeeFreeTime = ReturnType<typeof employeeFreeTimeView>;

/** What an employee is offered instead of a time that somebody else has: the nearest free ones which this employee may book. */
@Injectable()
export class NearestBookable {
  constructor(
    private readonly freeTimes: FreeTimes,
    private readonly access: Access,
  ) {}

  /** At most three, nearest first, each with who would meet the client. */
  async of(tx: Tx, employee: EmployeePrincipal, { offered, version }: OfferedToBook, now: Instant): Promise<EmployeeFreeTime[]> {
    const { unitId, serviceId } = offered;
    // Where one may book only for oneself, colleagues' times would hide the own ones at the same moments.
    const isForAnyone = mayBook(employee, version.bookableBy, { unitId, serviceId, isOwn: false });
    const whose = isForAnyone ? {} : { employeeId: employee.employeeId };
    const near = await this.freeTimes.nearest(tx, offered, LOOKED_AT, now, { seeker: 'EMPLOYEE', ...whose });
    const bookable = (await this.freeTimes.withEmployees(tx, near)).filter((time) => {
      const employeeIds = time.employees.map(({ id }) => id);
      const place = { unitId: time.unitId, serviceId };
      return (
        this.access.allows(employee, employeeActions.RESERVATION_CREATE, { ...place, employeeIds }) &&
        mayBook(employee, version.bookableBy, { ...place, isOwn: employeeIds.includes(employee.employeeId) })
      );
    });
    return bookable.slice(0, SHOWN).map(employeeFreeTimeView);
  }
}
