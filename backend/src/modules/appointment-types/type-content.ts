import { newId, type Instant } from '../../kernel/index.ts';
import { toDate } from '../../platform/database/index.ts';
import type { TypeContent } from './appointment-type-records.ts';
import type { AppointmentTypeVersionEntity } from './appointment-type-version.entity.ts';

/** What a type must say, and what it may say. */
export type GivenContent = Pick<TypeContent, 'name' | 'durationMinutes'> & Partial<TypeContent>;

/** Closed by default: what nobody has decided, no citizen may do. */
const closed: Omit<TypeContent, 'name' | 'durationMinutes'> = {
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  modes: [],
  staffCount: 1,
  requiredSkills: [],
  roomNeed: 'NONE',
  roomMinCapacity: 1,
  roomFeatures: [],
  capacity: 1,
  audience: 'INTERNAL',
  bookableBy: [],
  employeeChoice: 'NONE',
  citizenMayBook: false,
  citizenMayMove: false,
  citizenMayCancel: false,
  minNoticeHours: 0,
  horizonDays: 0,
  cancelDeadlineHours: 0,
  moveDeadlineHours: 0,
  maxActive: null,
  eligibilityStatement: null,
  citizenVisibility: 'FULL',
  messages: 'ON',
  noteAllowed: false,
  calendarVisibility: 'TYPE',
  reminderDaysBefore: [],
};

export function withDefaults(given: GivenContent): TypeContent {
  return { ...closed, ...given };
}

interface VersionPlace {
  readonly organisationId: string;
  readonly appointmentTypeId: string;
  readonly versionNo: number;
  readonly effectiveFrom: Instant;
  readonly now: Instant;
}

/** The row of a new version. */
export function versionRow(content: TypeContent, place: VersionPlace): AppointmentTypeVersionEntity {
  const { now, effectiveFrom, ...ids } = place;
  return {
    ...content,
    modes: [...content.modes],
    requiredSkills: [...content.requiredSkills],
    roomFeatures: [...content.roomFeatures],
    bookableBy: [...content.bookableBy],
    reminderDaysBefore: [...content.reminderDaysBefore],
    ...ids,
    id: newId(),
    effectiveFrom: toDate(effectiveFrom),
    createdAt: toDate(now),
  };
}

/** The content of a version, without what identifies it. */
export function contentOf(version: TypeContent): TypeContent {
  const keys = ['name', 'durationMinutes', ...Object.keys(closed)] as (keyof TypeContent)[];
  return Object.fromEntries(keys.map((key) => [key, version[key]])) as unknown as TypeContent;
}
