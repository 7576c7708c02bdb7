import { toLocalTime, type Clock } from '../../../kernel/index.ts';
import type { TestPlace } from '../../organisation/testing/index.ts';
import { calendarOf } from '../../calendar/testing/index.ts';
import { AddWeekTemplateVersion } from '../add-week-template-version.ts';
import { ApplyTemplate } from '../apply-template.ts';
import { CreateWeekTemplate } from '../create-week-template.ts';
import { PreviewTemplate } from '../preview-template.ts';
import { TemplateApplicationsRepository } from '../template-applications.repository.ts';
import { TemplateChecks } from '../template-checks.ts';
import { TemplatePlanner } from '../template-planner.ts';
import { UndoTemplateApplication } from '../undo-template-application.ts';
import { WeekTemplatesRepository } from '../week-templates.repository.ts';
import type { TemplateEntryContent } from '../week-template-types.ts';
import { WorkPairs } from '../work-pairs.ts';

/** The module's classes over a test database, without an application around them; those of the calendar besides. */
export function templatesOf(place: Pick<TestPlace, 'transactions'>, givenClock?: Clock) {
  const calendar = calendarOf(place, givenClock);
  const { access, audit, clock, organisation, staff, types, resources, offeredTimes, changes } = calendar;
  const { transactions } = place;
  const [templates, applications] = [new WeekTemplatesRepository(), new TemplateApplicationsRepository()];
  const checks = new TemplateChecks(access, types, resources, clock);
  const planner = new TemplatePlanner(organisation, staff, types, applications, new WorkPairs(staff), clock);
  return {
    calendar,
    create: new CreateWeekTemplate(access, transactions, organisation, checks, templates, audit, clock),
    addVersion: new AddWeekTemplateVersion(access, transactions, checks, templates, audit, clock),
    preview: new PreviewTemplate(access, transactions, templates, planner, staff, checks, clock),
    apply: new ApplyTemplate(
      access,
      transactions,
      organisation,
      templates,
      applications,
      planner,
      staff,
      checks,
      offeredTimes,
      changes,
      audit,
      clock,
    ),
    undo: new UndoTemplateApplication(access, transactions, applications, offeredTimes, changes, audit, clock),
  };
}

interface GivenEntry extends Partial<Omit<TemplateEntryContent, 'startsLocal' | 'endsLocal'>> {
  readonly startsLocal?: string;
  readonly endsLocal?: string;
}

/** Every Monday from 9.00 to 10.00 for everybody; say only what matters. */
export function aTemplateEntry(given: GivenEntry): TemplateEntryContent {
  const { startsLocal = '09:00', endsLocal = '10:00', ...rest } = given;
  return {
    recurrence: 'WEEKLY',
    cycleWeek: 1,
    monthWeek: null,
    onHoliday: 'SKIP',
    weekday: 1,
    appointmentTypeIds: [],
    roomId: null,
    audience: 'GENERAL',
    ...rest,
    startsLocal: toLocalTime(startsLocal),
    endsLocal: toLocalTime(endsLocal),
  };
}
