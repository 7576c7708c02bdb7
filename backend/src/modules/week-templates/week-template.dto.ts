import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { toLocalDate, toLocalTime, type Weekday } from '../../kernel/index.ts';
import { IsLocalDate, IsOneLine, MayBeAbsent } from '../../platform/http/index.ts';
import { localizedTextView, LocalizedTextView } from '../organisation/index.ts';
import type { TemplateToApply } from './template-target.ts';
import type { TemplateEntry, TemplateEntryContent, WeekTemplateRecord } from './week-template-types.ts';

const recurrences = ['WEEKLY', 'MONTHLY'] as const;
const holidayRules = ['SKIP', 'NEXT_SAME_WEEKDAY'] as const;
const audiences = ['INTERNAL', 'RIGHT', 'GENERAL'] as const;
const timeForm = /^([01]\d|2[0-3]):[0-5]\d$/;
const monthWeeks = [-1, 1, 2, 3, 4, 5];
const exampleId = '018f7d2e-0000-7000-8000-000000000001';

export class TemplateEntryRequest {
  @ApiProperty({ description: 'In a week of the cycle, or on the n-th such weekday of each month.', enum: recurrences, example: 'WEEKLY' })
  @IsIn(recurrences)
  readonly recurrence!: (typeof recurrences)[number];

  @ApiProperty({
    description: 'Week of the cycle, from 1; of no meaning for a monthly entry.',
    type: 'integer',
    minimum: 1,
    maximum: 12,
    default: 1,
    required: false,
    example: 1,
  })
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  @Max(12)
  readonly cycleWeek: number = 1;

  @ApiProperty({
    description: 'Monthly only: which such weekday of the month, -1 for the last.',
    type: 'integer',
    enum: monthWeeks,
    required: false,
    example: 1,
  })
  @MayBeAbsent()
  @IsIn(monthWeeks)
  readonly monthWeek?: number;

  @ApiProperty({
    description: 'Monthly only: what happens when the office is closed that day.',
    enum: holidayRules,
    default: 'SKIP',
    required: false,
    example: 'SKIP',
  })
  @MayBeAbsent()
  @IsIn(holidayRules)
  readonly onHoliday: (typeof holidayRules)[number] = 'SKIP';

  @ApiProperty({ description: '1 is Monday, 7 is Sunday.', type: 'integer', minimum: 1, maximum: 7, example: 4 })
  @IsInt()
  @Min(1)
  @Max(7)
  readonly weekday!: number;

  @ApiProperty({ description: 'Start on the wall clock of the office.', pattern: timeForm.source, example: '09:00' })
  @Matches(timeForm)
  readonly startsLocal!: string;

  @ApiProperty({ description: 'End on the wall clock of the office.', pattern: timeForm.source, example: '10:30' })
  @Matches(timeForm)
  readonly endsLocal!: string;

  @ApiProperty({
    description: 'One type of other work, or client types of which a booking fixes one.',
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: 10,
    example: [exampleId],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  readonly appointmentTypeIds!: string[];

  @ApiProperty({ description: 'Room that goes with the time.', format: 'uuid', required: false, example: exampleId })
  @MayBeAbsent()
  @IsUUID()
  readonly roomId?: string;

  @ApiProperty({ description: 'Who may see the times; only narrows what the type allows.', enum: audiences, example: 'GENERAL' })
  @IsIn(audiences)
  readonly audience!: (typeof audiences)[number];
}

export class AddWeekTemplateVersionRequest {
  @ApiProperty({
    description: 'Weeks in the cycle: 1 for every week, 2 for odd and even.',
    type: 'integer',
    minimum: 1,
    maximum: 12,
    example: 1,
  })
  @IsInt()
  @Min(1)
  @Max(12)
  readonly cycleWeeks!: number;

  @ApiProperty({ description: 'The whole pattern.', type: [TemplateEntryRequest] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => TemplateEntryRequest)
  readonly entries!: TemplateEntryRequest[];
}

export class TemplateNameRequest {
  @ApiProperty({ description: 'In Finnish.', maxLength: 200, example: 'POP-perus' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsOneLine()
  readonly fi!: string;

  @ApiProperty({ description: 'In Swedish.', maxLength: 200, example: 'POP-bas' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsOneLine()
  readonly sv!: string;

  @ApiProperty({ description: 'In English.', maxLength: 200, example: 'POP basic' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  @IsOneLine()
  readonly en!: string;
}

export class CreateWeekTemplateRequest extends AddWeekTemplateVersionRequest {
  @ApiProperty({ description: 'Unit.', format: 'uuid', example: exampleId })
  @IsUUID()
  readonly unitId!: string;

  @ApiProperty({ description: 'Short code, unique in the organisation.', maxLength: 60, example: 'POP-PERUS' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  readonly code!: string;

  @ApiProperty({ description: 'Name.', type: TemplateNameRequest })
  @ValidateNested()
  @Type(() => TemplateNameRequest)
  readonly name!: TemplateNameRequest;
}

export class ApplyTemplateRequest {
  @ApiProperty({ description: 'Whose calendars.', type: [String], format: 'uuid', minItems: 1, maxItems: 100, example: [exampleId] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  readonly employeeIds!: string[];

  @ApiProperty({
    description: 'Office where the times are given; that of the template when left out.',
    format: 'uuid',
    required: false,
    example: exampleId,
  })
  @MayBeAbsent()
  @IsUUID()
  readonly unitId?: string;

  @ApiProperty({ description: 'First day.', format: 'date', example: '2026-11-30' })
  @IsLocalDate()
  readonly fromDate!: string;

  @ApiProperty({ description: 'Last day, at most a year later.', format: 'date', example: '2027-02-21' })
  @IsLocalDate()
  readonly toDate!: string;

  @ApiProperty({
    description: 'A day of the first week of the cycle; 2024-01-01 when left out.',
    format: 'date',
    required: false,
    example: '2026-11-30',
  })
  @MayBeAbsent()
  @IsLocalDate()
  readonly rotationStart?: string;
}

export class TemplateEntryView {
  @ApiProperty({ description: 'Entry.', format: 'uuid', example: exampleId })
  readonly id!: string;
  @ApiProperty({ description: 'In a week of the cycle, or on the n-th such weekday of each month.', enum: recurrences, example: 'WEEKLY' })
  readonly recurrence!: string;
  @ApiProperty({ description: 'Week of the cycle, from 1.', type: 'integer', example: 1 })
  readonly cycleWeek!: number;
  @ApiProperty({
    description: 'Which such weekday of the month, -1 for the last; null for a weekly entry.',
    type: 'integer',
    nullable: true,
    example: null,
  })
  readonly monthWeek!: number | null;
  @ApiProperty({ description: 'What a monthly entry does when the office is closed.', enum: holidayRules, example: 'SKIP' })
  readonly onHoliday!: string;
  @ApiProperty({ description: '1 is Monday, 7 is Sunday.', type: 'integer', example: 4 })
  readonly weekday!: number;
  @ApiProperty({ description: 'Start on the wall clock.', example: '09:00' })
  readonly startsLocal!: string;
  @ApiProperty({ description: 'End on the wall clock.', example: '10:30' })
  readonly endsLocal!: string;
  @ApiProperty({ description: 'Types.', type: [String], format: 'uuid', example: [exampleId] })
  readonly appointmentTypeIds!: readonly string[];
  @ApiProperty({ description: 'Room that goes with the time.', type: String, format: 'uuid', nullable: true, example: null })
  readonly roomId!: string | null;
  @ApiProperty({ description: 'Who may see the times.', enum: audiences, example: 'GENERAL' })
  readonly audience!: string;
}

export class WeekTemplateView {
  @ApiProperty({ description: 'Template.', format: 'uuid', example: exampleId })
  readonly id!: string;
  @ApiProperty({ description: 'Unit.', format: 'uuid', example: exampleId })
  readonly unitId!: string;
  @ApiProperty({ description: 'Code.', example: 'POP-PERUS' })
  readonly code!: string;
  @ApiProperty({ description: 'Name.', type: LocalizedTextView })
  readonly name!: LocalizedTextView;
  @ApiProperty({ description: 'For If-Match.', type: 'integer', example: 1 })
  readonly version!: number;
  @ApiProperty({ description: 'Number of its newest version.', type: 'integer', example: 1 })
  readonly versionNo!: number;
  @ApiProperty({ description: 'Weeks in the cycle.', type: 'integer', example: 1 })
  readonly cycleWeeks!: number;
  @ApiProperty({ description: 'The pattern of the newest version.', type: [TemplateEntryView] })
  readonly entries!: TemplateEntryView[];
}

export function templateEntryContent(entry: TemplateEntryRequest): TemplateEntryContent {
  return {
    recurrence: entry.recurrence,
    cycleWeek: entry.cycleWeek,
    monthWeek: entry.monthWeek ?? null,
    onHoliday: entry.onHoliday,
    weekday: entry.weekday as Weekday,
    startsLocal: toLocalTime(entry.startsLocal),
    endsLocal: toLocalTime(entry.endsLocal),
    appointmentTypeIds: entry.appointmentTypeIds,
    roomId: entry.roomId ?? null,
    audience: entry.audience,
  };
}

export function templateToApply(weekTemplateId: string, request: ApplyTemplateRequest): TemplateToApply {
  return {
    weekTemplateId,
    employeeIds: request.employeeIds,
    fromDate: toLocalDate(request.fromDate),
    toDate: toLocalDate(request.toDate),
    ...(request.unitId === undefined ? {} : { unitId: request.unitId }),
    ...(request.rotationStart === undefined ? {} : { rotationStart: toLocalDate(request.rotationStart) }),
  };
}

export function weekTemplateView(template: WeekTemplateRecord): WeekTemplateView {
  const { id, unitId, code, version, latest } = template;
  return {
    id,
    unitId,
    code,
    version,
    name: localizedTextView(template.name),
    versionNo: latest.versionNo,
    cycleWeeks: latest.cycleWeeks,
    entries: latest.entries.map(entryView),
  };
}

function entryView(entry: TemplateEntry): TemplateEntryView {
  return { ...entry };
}
