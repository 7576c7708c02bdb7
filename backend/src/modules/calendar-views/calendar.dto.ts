import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { AsList, IsLocalDate } from '../../platform/http/index.ts';
import { modes } from '../appointment-types/index.ts';
import { LocalizedTextView } from '../organisation/index.ts';
import type { CalendarEntryKind } from './calendar-entry-row.ts';
import type { Disclosure } from './disclosure-rules.ts';

const exampleId = '0193b2f0-0000-7000-8000-000000000001';
const mostColumns = 40;

const splitAtCommas = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value));

export class CalendarDayQuery {
  @ApiProperty({ description: 'The day on the calendar of the first subject’s office.', format: 'date', example: '2026-11-24' })
  @IsLocalDate()
  readonly date!: string;

  @ApiProperty({
    description: 'Employees, rooms, equipment: one column each, in this order.',
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: mostColumns,
    example: [exampleId],
  })
  @AsList()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostColumns)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  readonly subjectId!: string[];
}

export class CalendarWeekQuery {
  @ApiProperty({ description: 'The employee, or the room.', format: 'uuid', example: exampleId })
  @IsUUID('all')
  readonly employeeId!: string;

  @ApiProperty({ description: 'Any day of the week (Monday to Sunday).', format: 'date', example: '2026-11-24' })
  @IsLocalDate()
  readonly date!: string;
}

export class LiveQuery {
  @ApiProperty({ description: 'Subjects of the open calendar, separated by commas.', type: String, example: exampleId })
  @splitAtCommas
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostColumns)
  @IsUUID('all', { each: true })
  readonly subjects!: string[];
}

export class SpanView {
  @ApiProperty({ format: 'date-time', example: '2026-11-24T06:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T14:00:00.000Z' })
  endsAt!: string;
}

export class CalendarColumnView {
  @ApiProperty({ format: 'uuid', example: exampleId })
  subjectId!: string;

  @ApiProperty({ enum: ['EMPLOYEE', 'ROOM', 'EQUIPMENT'], enumName: 'SubjectKind', example: 'EMPLOYEE' })
  kind!: 'EMPLOYEE' | 'ROOM' | 'EQUIPMENT';

  @ApiProperty({ type: LocalizedTextView, description: 'Name of the person (the same in every language) or room.' })
  title!: LocalizedTextView;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'Professional title of an employee.' })
  subtitle!: LocalizedTextView | null;

  @ApiProperty({ type: [SpanView], description: 'When the employee is at work; empty for rooms.' })
  working!: SpanView[];
}

const kinds: readonly CalendarEntryKind[] = ['RESERVATION', 'GROUP', 'OFFERED', 'OTHER_WORK', 'ABSENCE', 'HOLD'];
const disclosures: readonly Disclosure[] = ['FULL', 'TYPE', 'BUSY'];

export class CalendarEntryView {
  @ApiProperty({ format: 'uuid', description: 'Opens something only with FULL; otherwise another one in each column.', example: exampleId })
  id!: string;

  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'The columns in which it stands; a single one unless FULL.',
    example: [exampleId],
  })
  subjectIds!: string[];

  @ApiProperty({ enum: kinds, enumName: 'CalendarEntryKind', example: 'RESERVATION' })
  kind!: CalendarEntryKind;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T14:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T15:30:00.000Z' })
  endsAt!: string;

  @ApiProperty({
    enum: disclosures,
    enumName: 'Disclosure',
    description: 'How much of it you see: everything, the type, or only that the time is taken.',
    example: 'FULL',
  })
  disclosure!: Disclosure;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code of the type, of several types the codes with a slash between them; of an absence AWAY or LEAVE.',
    example: 'ERO',
  })
  typeCode!: string | null;

  @ApiProperty({ type: [LocalizedTextView], description: 'Several for an offered time that accepts several types.' })
  typeNames!: LocalizedTextView[];

  @ApiProperty({ type: String, nullable: true, example: 'blue' })
  colour!: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'plain' })
  pattern!: string | null;

  @ApiProperty({ enum: modes, enumName: 'Mode', nullable: true, example: 'VISIT' })
  mode!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Status of a reservation.', example: 'BOOKED' })
  status!: string | null;

  @ApiProperty({ type: [String], description: 'Only with FULL.', example: ['Aino Esimerkki'] })
  clientNames!: string[];

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'null: none, or not for you to see.' })
  roomName!: LocalizedTextView | null;

  @ApiProperty({ type: String, nullable: true, description: 'Of other work.', example: null })
  title!: string | null;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'To open the drawer with; only with FULL.',
    example: exampleId,
  })
  reservationId!: string | null;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Of an offered time or a group: one a type.', example: [] })
  offeredTimeIds!: string[];

  @ApiProperty({ type: [String], format: 'uuid', description: 'Appointment types of `offeredTimeIds`, in the same order.', example: [] })
  offeredTypeIds!: string[];

  @ApiProperty({
    type: 'integer',
    description: 'How many employees take part; two are a work pair. 1 where only BUSY is disclosed.',
    example: 1,
  })
  employeeCount!: number;

  @ApiProperty({ type: 'integer', example: 1 })
  capacity!: number;

  @ApiProperty({ type: 'integer', example: 1 })
  taken!: number;

  @ApiProperty({ description: 'No message about the reservation as it is now reaches a client of it.', example: false })
  notNotified!: boolean;

  @ApiProperty({ type: 'integer', nullable: true, description: 'For If-Match; only with FULL.', example: 1 })
  version!: number | null;
}

export class CalendarHolidayView {
  @ApiProperty({ format: 'date', example: '2026-12-06' })
  date!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ enum: ['PUBLIC_HOLIDAY', 'EVE', 'CLOSURE'], enumName: 'ClosedDayKind', example: 'PUBLIC_HOLIDAY' })
  kind!: 'PUBLIC_HOLIDAY' | 'EVE' | 'CLOSURE';
}

export class CalendarView {
  @ApiProperty({ format: 'date-time', description: 'Midnight at which the view begins.', example: '2026-11-23T22:00:00.000Z' })
  from!: string;

  @ApiProperty({
    format: 'date-time',
    description: 'Midnight at which it ends; the night of a clock change makes it an hour longer or shorter.',
    example: '2026-11-24T22:00:00.000Z',
  })
  to!: string;

  @ApiProperty({ description: 'IANA name of the zone of the first subject’s office.', example: 'Europe/Helsinki' })
  timeZone!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T08:00:00.000Z' })
  now!: string;

  @ApiProperty({ type: [CalendarColumnView] })
  columns!: CalendarColumnView[];

  @ApiProperty({ type: [CalendarEntryView], description: 'In order of time.' })
  entries!: CalendarEntryView[];

  @ApiProperty({ type: [CalendarHolidayView] })
  holidays!: CalendarHolidayView[];
}
