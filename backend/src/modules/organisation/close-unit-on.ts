import { Injectable } from '@nestjs/common';
import { newId, Problem, type LocalDate, type LocalizedText } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, Transactions } from '../../platform/database/index.ts';
import { HolidaysRepository } from './holidays.repository.ts';
import { OrganisationReads } from './organisation-reads.ts';
import { CLOSED_DAY_CHANGE } from './organisation.actions.ts';
import { CLOSED_DAY_TAKEN } from './organisation.problems.ts';

export interface NewClosure {
  readonly unitId: string;
  readonly date: LocalDate;
  readonly name: LocalizedText;
}

/** Closes a unit, and everything below it, for one day. What is already booked on it is not touched. */
@Injectable()
export class CloseUnitOn {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly holidays: HolidaysRepository,
  ) {}

  /** @throws Problem CLOSED_DAY_TAKEN; NOT_FOUND for a unit outside the principal's reach */
  async execute(principal: Principal, { unitId, date, name }: NewClosure): Promise<void> {
    this.access.require(principal, CLOSED_DAY_CHANGE, { unitId });
    const { organisationId } = principal;
    try {
      await this.transactions.run(principal, async (tx) => {
        await this.organisation.requireUnits(tx, [unitId]);
        await this.holidays.insert(tx, { id: newId(), organisationId, unitId, onDate: date, kind: 'CLOSURE', name });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'holiday_once')) throw new Problem(CLOSED_DAY_TAKEN, { params: { date } });
      throw error;
    }
  }
}
