import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type LocalizedText } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { isConstraintViolation, Transactions, type Tx } from '../../platform/database/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { templateAudit } from './template-audit.ts';
import { TemplateChecks } from './template-checks.ts';
import { WEEK_TEMPLATE_CHANGE } from './week-templates.actions.ts';
import { TEMPLATE_CODE_TAKEN } from './week-templates.problems.ts';
import { WeekTemplatesRepository } from './week-templates.repository.ts';
import type { TemplateEntryContent } from './week-template-types.ts';

export interface NewWeekTemplate {
  readonly id?: string;
  readonly unitId: string;
  readonly code: string;
  readonly name: LocalizedText;
  /** 1 to 12. */
  readonly cycleWeeks: number;
  readonly entries: readonly TemplateEntryContent[];
}

/** Writes the first version of a week template. */
@Injectable()
export class CreateWeekTemplate {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly checks: TemplateChecks,
    private readonly templates: WeekTemplatesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws Problem TEMPLATE_CODE_TAKEN, TEMPLATE_ENTRY_INVALID; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, request: NewWeekTemplate): Promise<string> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, request));
  }

  async inTransaction(tx: Tx, principal: Principal, request: NewWeekTemplate): Promise<string> {
    this.access.require(principal, WEEK_TEMPLATE_CHANGE, { unitId: request.unitId });
    await this.organisation.requireUnits(tx, [request.unitId]);
    await this.checks.require(tx, request.unitId, request.cycleWeeks, request.entries);
    await this.checks.requireServices(tx, principal, WEEK_TEMPLATE_CHANGE, request.unitId, request.entries);
    const id = request.id ?? newId();
    const now = this.clock.now();
    try {
      await this.templates.insert(tx, { ...request, id }, now);
    } catch (error) {
      if (isConstraintViolation(error, 'week_template_code')) throw new Problem(TEMPLATE_CODE_TAKEN, { params: { code: request.code } });
      throw error;
    }
    await this.templates.addVersion(tx, id, { ...request, versionNo: 1 }, now);
    await this.audit.record(tx, principal, templateAudit(principal, 'WeekTemplateCreate', 'create', 'week_template', id, request.unitId));
    return id;
  }
}
