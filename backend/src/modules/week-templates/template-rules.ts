import { minuteOfDay } from '../../kernel/index.ts';
import type { TemplateEntryContent } from './week-template-types.ts';

/** Why an entry cannot stand in a template. */
export type EntryFault =
  'NO_TYPE' | 'MIXED_TYPES' | 'SEVERAL_OTHER_TYPES' | 'TYPE_NOT_IN_USE' | 'ENDS_BEFORE_START' | 'CYCLE_WEEK' | 'MONTH_WEEK' | 'ROOM';

/** What an entry's types are. */
export interface EntryType {
  readonly appointmentTypeId: string;
  readonly category: 'CLIENT' | 'OTHER';
}

/** The first fault of an entry, or null. `types` are those of its types that are in use at the unit. */
export function faultOf(
  entry: TemplateEntryContent,
  cycleWeeks: number,
  types: readonly EntryType[],
  roomIds: readonly string[],
): EntryFault | null {
  if (entry.appointmentTypeIds.length === 0) return 'NO_TYPE';
  const used = entry.appointmentTypeIds.map((id) => types.find((type) => type.appointmentTypeId === id));
  if (used.includes(undefined)) return 'TYPE_NOT_IN_USE';
  const others = used.filter((type) => type?.category === 'OTHER').length;
  if (others > 0 && others < used.length) return 'MIXED_TYPES';
  if (others > 1) return 'SEVERAL_OTHER_TYPES';
  if (minuteOfDay(entry.endsLocal) <= minuteOfDay(entry.startsLocal)) return 'ENDS_BEFORE_START';
  if (!isRecurrenceSound(entry, cycleWeeks)) return entry.recurrence === 'MONTHLY' ? 'MONTH_WEEK' : 'CYCLE_WEEK';
  return entry.roomId === null || roomIds.includes(entry.roomId) ? null : 'ROOM';
}

function isRecurrenceSound(entry: TemplateEntryContent, cycleWeeks: number): boolean {
  if (entry.recurrence === 'MONTHLY')
    return entry.monthWeek === -1 || (entry.monthWeek !== null && entry.monthWeek >= 1 && entry.monthWeek <= 5);
  return entry.monthWeek === null && entry.cycleWeek >= 1 && entry.cycleWeek <= cycleWeeks;
}
