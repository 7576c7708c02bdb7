import { Injectable } from '@nestjs/common';
import { Problem, refuseUnless, type LocalDate } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { StaffReads } from './staff-reads.ts';
import type { WorkingHours } from './staff-records.ts';
import { WORKING_HOURS_CHANGE } from './staff.actions.ts';
import { EMPLOYEE_NOT_EMPLOYED, WORKING_HOURS_OVERLAP } from './staff.problems.ts';
import { mayWork } from './working-hours-rules.ts';
import { WorkingHoursRepository } from './working-hours.repository.ts';

export interface WorkingHoursPattern {
  readonly employeeId: string;
  /** First day of the pattern; week 1 of its cycle is the ISO week of this day. */
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly hours: readonly Omit<WorkingHours, 'validFrom' | 'validTo'>[];
}

/** Gives an employee a working week from a day on. What was valid from that day on is replaced; the past stays as it was. */
@Injectable()
export class SetWorkingHours {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly staff: StaffReads,
    private readonly workingHours: WorkingHoursRepository,
  ) {}

  /** @throws Problem WORKING_HOURS_OVERLAP, EMPLOYEE_NOT_EMPLOYED; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, request: WorkingHoursPattern): Promise<void> {
    this.access.requireAction(principal, WORKING_HOURS_CHANGE);
    const { employeeId, validFrom } = request;
    const rows = request.hours.map((hours) => ({ ...hours, validFrom, validTo: request.validTo ?? null }));
    refuseUnless(mayWork(rows), { OVERLAP: WORKING_HOURS_OVERLAP });
    return this.transactions.run(principal, async (tx) => {
      for (const employee of await this.staff.requireEmployees(tx, [employeeId])) {
        this.access.require(principal, WORKING_HOURS_CHANGE, { unitId: employee.homeUnitId, employeeIds: [employeeId] });
        const employed = employee.employedFrom <= validFrom && (employee.employedTo === null || employee.employedTo >= validFrom);
        if (!employed) throw new Problem(EMPLOYEE_NOT_EMPLOYED, { params: { date: validFrom } });
      }
      await this.organisation.requireUnits(
        tx,
        rows.flatMap((row) => row.unitId ?? []),
      );
      await this.workingHours.endBefore(tx, employeeId, validFrom);
      await this.workingHours.insert(tx, principal.organisationId, employeeId, rows);
    });
  }
}
