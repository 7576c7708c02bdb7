import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.ts';
import { ApplyTemplate, CreateWeekTemplate } from '../../modules/week-templates/index.ts';
import { DEMO_TEMPLATES, type DemoTemplate } from '../content/week-templates.ts';
import { organisationOfUnit, type DemoIds } from '../demo-ids.ts';

/** The weeks of the teams, applied to their people from the first relived day on. */
@Injectable()
export class SetUpTemplates {
  constructor(
    private readonly createTemplate: CreateWeekTemplate,
    private readonly applyTemplate: ApplyTemplate,
  ) {}

  async execute(ids: DemoIds, fromDate: LocalDate, toDate: LocalDate): Promise<void> {
    for (const template of DEMO_TEMPLATES) {
      const organisation = organisationOfUnit(template.unit);
      const principal = ids.system(organisation);
      const unitId = ids.of('unit', organisation, template.unit);
      const weekTemplateId = await this.createTemplate.execute(principal, { ...template, unitId, entries: entriesOf(ids, template) });
      const employeeIds = template.people.map((key) => ids.of('employee', organisation, key));
      await this.applyTemplate.execute(principal, { weekTemplateId, employeeIds, fromDate, toDate });
    }
  }
}

function entriesOf(ids: DemoIds, { unit, blocks }: DemoTemplate) {
  const organisation = organisationOfUnit(unit);
  return blocks.map(({ types, room, ...block }) => ({
    ...block,
    appointmentTypeIds: types.map((code) => ids.of('type', organisation, code)),
    roomId: room === null ? null : ids.of('room', organisation, room),
  }));
}
