import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { StaffReads } from '../staff/index.ts';
import { TemplateChecks } from './template-checks.ts';
import { TemplatePlanner } from './template-planner.ts';
import { targetOf, type TemplateToApply } from './template-target.ts';
import { WEEK_TEMPLATE_APPLY, WEEK_TEMPLATE_READ } from './week-templates.actions.ts';
import { WeekTemplatesRepository } from './week-templates.repository.ts';
import type { TemplatePreview } from './week-template-types.ts';

export const mostSkippedShown = 500;

/** Says what an application would bring, and what it would leave out and why; changes nothing. */
@Injectable()
export class PreviewTemplate {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly templates: WeekTemplatesRepository,
    private readonly planner: TemplatePlanner,
    private readonly staff: StaffReads,
    private readonly checks: TemplateChecks,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem TEMPLATE_SPAN_INVALID; NOT_FOUND outside the principal's reach */
  execute(principal: Principal, request: TemplateToApply): Promise<TemplatePreview> {
    this.access.requireAction(principal, WEEK_TEMPLATE_APPLY);
    return this.transactions.run(principal, async (tx) => {
      const template = await this.templates.find(tx, request.weekTemplateId);
      if (template === null) throw new Problem(NOT_FOUND);
      this.access.require(principal, WEEK_TEMPLATE_READ, { unitId: template.unitId });
      const target = targetOf(request, template, this.clock.now());
      await this.staff.requirePlannable(tx, principal, WEEK_TEMPLATE_APPLY, target.unitId, target.employeeIds);
      await this.checks.requireServices(tx, principal, WEEK_TEMPLATE_APPLY, target.unitId, template.latest.entries);
      const plan = await this.planner.plan(tx, template.latest, target);
      return {
        offeredTimes: plan.offered.length,
        otherWork: plan.otherWork.length,
        past: plan.past,
        skippedCount: plan.skipped.length,
        skipped: plan.skipped.slice(0, mostSkippedShown),
      };
    });
  }
}
