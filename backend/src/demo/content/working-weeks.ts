import { toLocalTime, type Weekday } from '../../kernel/index.ts';
import type { WorkingHoursPattern } from '../../modules/staff/index.ts';

type Day = readonly [weekday: Weekday, starts: string, ends: string];

const fullWeek: readonly Day[] = [1, 2, 3, 4, 5].map((weekday): Day => [weekday as Weekday, '08:00', '16:15']);

const onDays = (...weekdays: readonly Weekday[]): Day[] => fullWeek.filter(([weekday]) => weekdays.includes(weekday));

/** Thursday evening is when working parents come. */
const late: Day = [4, '08:45', '17:45'];

const OTHER_WEEKS: Readonly<Record<string, readonly Day[]>> = {
  'liisa-lastenvalvoja': [...onDays(1, 2, 3), late, ...onDays(5)],
  'kirsi-keksitty': [...onDays(2, 3), late],
  'minna-mallikas': onDays(1, 2, 3),
  'olli-oletettu': onDays(4, 5),
};

/** When an employee of the demo is at work: the usual 38 h 15 min, or a week of their own. */
export function workingWeekOf(employeeKey: string): WorkingHoursPattern['hours'] {
  return (OTHER_WEEKS[employeeKey] ?? fullWeek).map(([weekday, starts, ends]) => ({
    cycleWeeks: 1,
    cycleWeek: 1,
    weekday,
    startsLocal: toLocalTime(starts),
    endsLocal: toLocalTime(ends),
    unitId: null,
    place: 'OFFICE',
  }));
}
