import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { templateAudit } from './template-audit.ts';
import { TemplateChecks } from './template-checks.ts';
import { WEEK_TEMPLATE_CHANGE } from './week-templates.actions.ts';
import { TEMPLATE_CHANGED_MEANWHILE } from './week-templates.problems.ts';
import { WeekTemplatesRepository } from './week-templates.repository.ts';
import type { TemplateEntryContent } from './week-template-types.ts';

export interface NewTemplateVersion {
  readonly weekTemplateId: string;
  /** Of the template, as it was read. */
  readonly version: number;
  readonly cycleWeeks: number;
  readonly entries: readonly TemplateEntryContent[];
}

/** Changes a template from its next application on. What was applied stays until then, and what was booked stays for good. */
@Injectable()
export class AddWeekTemplateVersion {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly checks: TemplateChecks,
    private readonly templates: WeekTemplatesRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the version's id @throws Problem TEMPLATE_ENTRY_INVALID, TEMPLATE_CHANGED_MEANWHILE; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, request: NewTemplateVersion): Promise<string> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, request));
  }

  async inTransaction(tx: Tx, principal: Principal, request: NewTemplateVersion): Promise<string> {
    this.access.requireAction(principal, WEEK_TEMPLATE_CHANGE);
    const template = await this.templates.find(tx, request.weekTemplateId);
    if (template === null) throw new Problem(NOT_FOUND);
    this.access.require(principal, WEEK_TEMPLATE_CHANGE, { unitId: template.unitId });
    await this.checks.require(tx, template.unitId, request.cycleWeeks, request.entries);
    await this.checks.requireServices(tx, principal, WEEK_TEMPLATE_CHANGE, template.unitId, request.entries);
    if (!(await this.templates.advance(tx, template.id, request.version))) throw new Problem(TEMPLATE_CHANGED_MEANWHILE);
    const id = await this.templates.addVersion(tx, template.id, { ...request, versionNo: template.latest.versionNo + 1 }, this.clock.now());
    await this.audit.record(
      tx,
      principal,
      templateAudit(principal, 'WeekTemplateChange', 'update', 'week_template', template.id, template.unitId),
    );
    return id;
  }
}
