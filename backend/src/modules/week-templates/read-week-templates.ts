import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { WEEK_TEMPLATE_READ } from './week-templates.actions.ts';
import { WeekTemplatesRepository } from './week-templates.repository.ts';
import type { WeekTemplateRecord } from './week-template-types.ts';

@Injectable()
export class ReadWeekTemplates {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly templates: WeekTemplatesRepository,
  ) {}

  /** Templates of the principal's units, by their codes. */
  list(principal: Principal): Promise<WeekTemplateRecord[]> {
    const visible = this.access.predicate(principal, WEEK_TEMPLATE_READ, { unit: 't.unit_id' }, 1);
    return this.transactions.run(principal, (tx) => this.templates.list(tx, visible));
  }

  /** @throws Problem NOT_FOUND, also outside the principal's reach */
  one(principal: Principal, id: string): Promise<WeekTemplateRecord> {
    return this.transactions.run(principal, async (tx) => {
      const template = await this.templates.find(tx, id);
      if (template === null) throw new Problem(NOT_FOUND);
      this.access.require(principal, WEEK_TEMPLATE_READ, { unitId: template.unitId });
      return template;
    });
  }
}
