import { Injectable } from '@nestjs/common';
import { finnishHolidays } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { HolidaysRepository } from './holidays.repository.ts';
import { ORGANISATION_CHANGE } from './organisation.actions.ts';

/** Enters the public holidays and eves of whole years; days that are there already stay as the organisation has them. */
@Injectable()
export class EnterPublicHolidays {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly holidays: HolidaysRepository,
  ) {}

  execute(principal: Principal, years: readonly number[]): Promise<void> {
    this.access.require(principal, ORGANISATION_CHANGE, {});
    const days = years.flatMap((year) => finnishHolidays(year));
    return this.transactions.run(principal, (tx) => this.holidays.addMissing(tx, principal.organisationId, days));
  }
}
