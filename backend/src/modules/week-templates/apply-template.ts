import { Injectable } from '@nestjs/common';
import { addDays, Clock, formatInstant, newId, Problem, startOfDay, type Interval } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { CalendarChanges, OfferedTimes } from '../calendar/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { chunksOf, peopleAtATime } from './people-at-a-time.ts';
import { mostSkippedShown } from './preview-template.ts';
import { StaffReads } from '../staff/index.ts';
import { TemplateApplicationsRepository } from './template-applications.repository.ts';
import { templateAudit } from './template-audit.ts';
import { TemplateChecks } from './template-checks.ts';
import { TemplatePlanner } from './template-planner.ts';
import { targetOf, type TemplateToApply } from './template-target.ts';
import { WEEK_TEMPLATE_APPLY, WEEK_TEMPLATE_READ } from './week-templates.actions.ts';
import { WeekTemplatesRepository } from './week-templates.repository.ts';
import type { ApplicationReport, TemplateTarget, TemplateVersion } from './week-template-types.ts';

export type { TemplateToApply } from './template-target.ts';

export interface AppliedTemplate {
  readonly applicationId: string;
  readonly report: ApplicationReport;
}

interface Application {
  readonly id: string;
  readonly version: TemplateVersion;
  readonly target: TemplateTarget;
  readonly span: Interval;
  /** Applications of other versions, whose untaken rows make way. */
  readonly earlier: readonly string[];
}

const nothing: ApplicationReport = {
  created: 0,
  revived: 0,
  unchanged: 0,
  blocked: 0,
  conflicts: [],
  skippedCount: 0,
  skipped: [],
  past: 0,
  replaced: 0,
};

/**
 * Brings the newest version of a template into the calendars of people. Applying it again adds nothing; what was withdrawn by hand
 * stays away; earlier versions' times that nobody has taken make way first, and booked ones stay.
 */
@Injectable()
export class ApplyTemplate {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly templates: WeekTemplatesRepository,
    private readonly applications: TemplateApplicationsRepository,
    private readonly planner: TemplatePlanner,
    private readonly staff: StaffReads,
    private readonly checks: TemplateChecks,
    private readonly offeredTimes: OfferedTimes,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Twenty people to a transaction, so that hundreds of calendars are not locked at once. When it breaks off between, applying again
   * completes it.
   * @throws Problem TEMPLATE_SPAN_INVALID; NOT_FOUND outside the principal's reach
   */
  async execute(principal: Principal, request: TemplateToApply): Promise<AppliedTemplate> {
    const application = await this.transactions.run(principal, (tx) => this.begin(tx, principal, request));
    let report = nothing;
    for (const employeeIds of chunksOf(application.target.employeeIds, peopleAtATime)) {
      const ofChunk = await this.transactions.run(principal, async (tx) => {
        await this.lock(tx, application, employeeIds);
        return this.applyTo(tx, principal, application, employeeIds);
      });
      report = added(report, ofChunk);
    }
    await this.transactions.run(principal, (tx) => this.finish(tx, principal, application, report));
    return { applicationId: application.id, report };
  }

  /** All of it in the caller's transaction: for a request, whose answer is kept under its key. */
  async inTransaction(tx: Tx, principal: Principal, request: TemplateToApply): Promise<AppliedTemplate> {
    const application = await this.begin(tx, principal, request);
    // All at once: chunk by chunk, a later one could wait for what waits for an earlier one.
    await this.lock(tx, application, application.target.employeeIds);
    let report = nothing;
    for (const employeeIds of chunksOf(application.target.employeeIds, peopleAtATime)) {
      report = added(report, await this.applyTo(tx, principal, application, employeeIds));
    }
    await this.finish(tx, principal, application, report);
    return { applicationId: application.id, report };
  }

  private async begin(tx: Tx, principal: Principal, request: TemplateToApply): Promise<Application> {
    this.access.requireAction(principal, WEEK_TEMPLATE_APPLY);
    const template = await this.templates.find(tx, request.weekTemplateId);
    if (template === null) throw new Problem(NOT_FOUND);
    this.access.require(principal, WEEK_TEMPLATE_READ, { unitId: template.unitId });
    const target = targetOf(request, template, this.clock.now());
    await this.staff.requirePlannable(tx, principal, WEEK_TEMPLATE_APPLY, target.unitId, target.employeeIds);
    await this.checks.requireServices(tx, principal, WEEK_TEMPLATE_APPLY, target.unitId, template.latest.entries);
    const [unit] = await this.organisation.requireUnits(tx, [target.unitId]);
    const zone = unit?.timeZone ?? '';
    const version = template.latest;
    const earlier = await this.applications.ofOtherVersions(tx, template.id, version.id, target);
    const id = newId();
    await this.applications.insert(
      tx,
      { id, weekTemplateVersionId: version.id, target, report: nothing },
      appliedBy(principal),
      this.clock.now(),
    );
    const span = { start: startOfDay(target.fromDate, zone), end: startOfDay(addDays(target.toDate, 1), zone) };
    return { id, version, target, span, earlier: earlier.map((application) => application.id) };
  }

  private async lock(tx: Tx, { version, target, span, earlier }: Application, employeeIds: readonly string[]): Promise<void> {
    const pairs = await this.staff.workPairs(tx, target.fromDate, target.toDate);
    const partners = pairs
      .map((pair) => [pair.firstEmployeeId, pair.secondEmployeeId])
      .filter((pair) => pair.some((id) => employeeIds.includes(id)));
    const rooms = version.entries.flatMap((entry) => entry.roomId ?? []);
    await this.offeredTimes.lockForApplying(tx, [...employeeIds, ...partners.flat(), ...rooms], {
      applicationIds: earlier,
      now: this.clock.now(),
      scope: { employeeIds, within: span },
    });
  }

  private async applyTo(
    tx: Tx,
    principal: Principal,
    application: Application,
    employeeIds: readonly string[],
  ): Promise<ApplicationReport> {
    let replaced = 0;
    for (const earlier of application.earlier) {
      const undone = await this.offeredTimes.undo(tx, earlier, this.clock.now(), { employeeIds, within: application.span });
      replaced += undone.withdrawn + undone.otherWorkRemoved;
    }
    const plan = await this.planner.plan(tx, application.version, application.target, employeeIds);
    const applied = await this.offeredTimes.apply(tx, plan, application.id);
    await this.changes.publish(tx, principal.organisationId, 'TEMPLATE_APPLIED', application.id, employeeIds);
    return {
      ...applied,
      conflicts: applied.conflicts.map((conflict) => ({ ...conflict, startsAt: formatInstant(conflict.startsAt) })),
      skippedCount: plan.skipped.length,
      skipped: plan.skipped,
      past: plan.past,
      replaced,
    };
  }

  private async finish(tx: Tx, principal: Principal, application: Application, report: ApplicationReport): Promise<void> {
    await this.applications.report(tx, application.id, report);
    await this.audit.record(
      tx,
      principal,
      templateAudit(principal, 'TemplateApply', 'create', 'template_application', application.id, application.target.unitId),
    );
  }
}

function appliedBy(principal: Principal): { kind: string; id: string | null } {
  return { kind: principal.kind, id: principal.kind === 'EMPLOYEE' ? principal.employeeId : null };
}

function added(a: ApplicationReport, b: ApplicationReport): ApplicationReport {
  return {
    created: a.created + b.created,
    revived: a.revived + b.revived,
    unchanged: a.unchanged + b.unchanged,
    blocked: a.blocked + b.blocked,
    conflicts: [...a.conflicts, ...b.conflicts],
    skippedCount: a.skippedCount + b.skippedCount,
    skipped: [...a.skipped, ...b.skipped].slice(0, mostSkippedShown),
    past: a.past + b.past,
    replaced: a.replaced + b.replaced,
  };
}
