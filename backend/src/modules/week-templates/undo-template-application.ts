import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { CalendarChanges, OfferedTimes, type UndoReport } from '../calendar/index.ts';
import { TemplateApplicationsRepository } from './template-applications.repository.ts';
import { templateAudit } from './template-audit.ts';
import { WEEK_TEMPLATE_APPLY } from './week-templates.actions.ts';
import { APPLICATION_UNDONE } from './week-templates.problems.ts';

/** Takes back what an application brought, as far as it lies ahead and nobody has booked it. Applying again brings it back. */
@Injectable()
export class UndoTemplateApplication {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly applications: TemplateApplicationsRepository,
    private readonly offeredTimes: OfferedTimes,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem APPLICATION_UNDONE; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, applicationId: string): Promise<UndoReport> {
    return this.transactions.run(principal, (tx) => this.inTransaction(tx, principal, applicationId));
  }

  async inTransaction(tx: Tx, principal: Principal, applicationId: string): Promise<UndoReport> {
    this.access.requireAction(principal, WEEK_TEMPLATE_APPLY);
    const application = await this.applications.find(tx, applicationId);
    if (application === null) throw new Problem(NOT_FOUND);
    const { unitId, employeeIds } = application;
    for (const employeeId of employeeIds) this.access.require(principal, WEEK_TEMPLATE_APPLY, { unitId, employeeIds: [employeeId] });
    const now = this.clock.now();
    if (!(await this.applications.markUndone(tx, applicationId, now))) throw new Problem(APPLICATION_UNDONE);
    const report = await this.offeredTimes.undo(tx, applicationId, now);
    await this.changes.publish(tx, principal.organisationId, 'TEMPLATE_UNDONE', applicationId, employeeIds);
    await this.audit.record(tx, principal, templateAudit(principal, 'TemplateUndo', 'update', 'template_application', applicationId, unitId));
    return report;
  }
}
