import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { CalendarChanges, OfferedTimes, type UndoReport } from '../calendar/index.ts';
import { chunksOf, peopleAtATime } from './people-at-a-time.ts';
import { TemplateApplicationsRepository, type TemplateApplication } from './template-applications.repository.ts';
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

  /**
   * Twenty people to a transaction, as it was applied. When it breaks off between, undoing again completes it.
   * @throws Problem APPLICATION_UNDONE; NOT_FOUND outside the principal's reach
   */
  async execute(principal: Principal, applicationId: string): Promise<UndoReport> {
    const application = await this.transactions.run(principal, (tx) => this.begin(tx, principal, applicationId));
    let report = nothing;
    for (const employeeIds of chunksOf(application.employeeIds, peopleAtATime)) {
      report = added(report, await this.transactions.run(principal, (tx) => this.undoOf(tx, principal, application, employeeIds)));
    }
    await this.transactions.run(principal, (tx) => this.finish(tx, principal, application));
    return report;
  }

  private async begin(tx: Tx, principal: Principal, applicationId: string): Promise<TemplateApplication> {
    this.access.requireAction(principal, WEEK_TEMPLATE_APPLY);
    const application = await this.applications.find(tx, applicationId);
    if (application === null) throw new Problem(NOT_FOUND);
    const { unitId, employeeIds } = application;
    for (const employeeId of employeeIds) this.access.require(principal, WEEK_TEMPLATE_APPLY, { unitId, employeeIds: [employeeId] });
    if (application.undone) throw new Problem(APPLICATION_UNDONE);
    return application;
  }

  private async undoOf(
    tx: Tx,
    principal: Principal,
    application: TemplateApplication,
    employeeIds: readonly string[],
  ): Promise<UndoReport> {
    const now = this.clock.now();
    await this.offeredTimes.lockForUndo(tx, application.id, now, { employeeIds });
    const report = await this.offeredTimes.undo(tx, application.id, now, { employeeIds });
    await this.changes.publish(tx, principal.organisationId, 'TEMPLATE_UNDONE', application.id, employeeIds);
    return report;
  }

  private async finish(tx: Tx, principal: Principal, application: TemplateApplication): Promise<void> {
    if (!(await this.applications.markUndone(tx, application.id, this.clock.now()))) throw new Problem(APPLICATION_UNDONE);
    await this.audit.record(
      tx,
      principal,
      templateAudit(principal, 'TemplateUndo', 'update', 'template_application', application.id, application.unitId),
    );
  }
}

const nothing: UndoReport = { withdrawn: 0, otherWorkRemoved: 0 };

function added(a: UndoReport, b: UndoReport): UndoReport {
  return { withdrawn: a.withdrawn + b.withdrawn, otherWorkRemoved: a.otherWorkRemoved + b.otherWorkRemoved };
}
