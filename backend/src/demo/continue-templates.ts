import { Injectable } from '@nestjs/common';
import { addDays, Clock, HELSINKI, localDateOf, partsOf } from '../kernel/index.ts';
import { Transactions } from '../platform/database/index.ts';
import { EnterPublicHolidays } from '../modules/organisation/index.ts';
import { ApplyTemplate } from '../modules/week-templates/index.ts';
import { DemoRepository } from './demo.repository.ts';

/** How far ahead the demo always has times to offer. */
export const DAYS_AHEAD = 84;

/** Applies every template to the days that have come within twelve weeks since the last start, so that the demo never runs dry. */
@Injectable()
export class ContinueTemplates {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DemoRepository,
    private readonly enterHolidays: EnterPublicHolidays,
    private readonly applyTemplate: ApplyTemplate,
    private readonly clock: Clock,
  ) {}

  /** @returns how many templates had days to add */
  async execute(): Promise<number> {
    const today = localDateOf(this.clock.now(), HELSINKI);
    const toDate = addDays(today, DAYS_AHEAD);
    const running = await this.transactions.system((tx) => this.repository.runningApplications(tx));
    const behind = running.filter(({ appliedTo }) => appliedTo < toDate);
    for (const organisationId of new Set(behind.map((application) => application.organisationId))) {
      await this.enterHolidays.execute({ kind: 'SYSTEM', organisationId, name: 'demo' }, [partsOf(today).year, partsOf(toDate).year]);
    }
    for (const { organisationId, appliedTo, ...application } of behind) {
      const fromDate = appliedTo < today ? today : addDays(appliedTo, 1);
      // All of it or nothing: what is applied in part would count as applied.
      await this.transactions.run({ organisationId }, (tx) =>
        this.applyTemplate.inTransaction(tx, { kind: 'SYSTEM', organisationId, name: 'demo' }, { ...application, fromDate, toDate }),
      );
    }
    return behind.length;
  }
}
