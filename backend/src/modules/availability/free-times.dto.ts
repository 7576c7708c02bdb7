import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { formatInstant } from '../../kernel/index.ts';
import { AsList, IsInstant, MayBeAbsent } from '../../platform/http/index.ts';
import { languagePattern, modes, type Mode } from '../appointment-types/index.ts';
import type { EmployeeOfTime, FreeDay, FreeTime } from './free-time-query.ts';

const ROWS_PER = ['START', 'EMPLOYEE'] as const;
const mostUnits = 50;
const greatestLimit = 200;
const usualLimit = 50;
const exampleId = '018f7d2e-0000-7000-8000-000000000001';

/** What both searches of free times ask for. */
export class FreeTimeFilter {
  @ApiProperty({ description: 'Appointment type.', format: 'uuid', example: exampleId })
  @IsUUID()
  readonly appointmentTypeId!: string;

  @ApiProperty({
    description: 'Offices; all where the type is given, when left out.',
    type: [String],
    format: 'uuid',
    required: false,
    maxItems: mostUnits,
    example: [exampleId],
  })
  @MayBeAbsent()
  @AsList()
  @IsArray()
  @ArrayMaxSize(mostUnits)
  @IsUUID('all', { each: true })
  readonly unitId?: string[];

  @ApiProperty({
    description: 'Way of meeting. A type that does not have it has no free times.',
    enum: modes,
    required: false,
    example: 'VISIT',
  })
  @MayBeAbsent()
  @IsIn(modes)
  readonly mode?: Mode;

  @ApiProperty({
    description: 'Only times that this employee leads or takes part in. Citizens: of those whom the type lets one choose.',
    format: 'uuid',
    required: false,
    example: exampleId,
  })
  @MayBeAbsent()
  @IsUUID()
  readonly employeeId?: string;

  @ApiProperty({
    description: 'Only times of employees who serve in this language (ISO 639). `fse`: Finnish, `fss`: Finland-Swedish Sign Language.',
    pattern: languagePattern,
    required: false,
    example: 'sv',
  })
  @MayBeAbsent()
  @Matches(new RegExp(languagePattern))
  readonly language?: string;
}

export class FreeTimeQueryRequest extends FreeTimeFilter {
  @ApiProperty({
    description: 'Not before this instant; now when left out.',
    format: 'date-time',
    required: false,
    example: '2026-11-24T00:00:00Z',
  })
  @MayBeAbsent()
  @IsInstant()
  readonly from?: string;

  @ApiProperty({
    description: 'Before this instant, at most 90 days after `from`; as far as times are offered when left out.',
    format: 'date-time',
    required: false,
    example: '2026-12-24T00:00:00Z',
  })
  @MayBeAbsent()
  @IsInstant()
  readonly to?: string;

  @ApiProperty({
    description: 'How many at most.',
    type: 'integer',
    minimum: 1,
    maximum: greatestLimit,
    default: usualLimit,
    required: false,
    example: usualLimit,
  })
  @MayBeAbsent()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(greatestLimit)
  readonly limit: number = usualLimit;

  @ApiProperty({
    description: '`nextCursor` of the page before; absent for the first page.',
    required: false,
    example: 'WyIyMDI2LTExLTI0Il0',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(1000)
  readonly cursor?: string;
}

export class EmployeeFreeTimeQueryRequest extends FreeTimeQueryRequest {
  @ApiProperty({
    description: 'What is one row: a start at an office, whoever of the employees would be there, or each employee’s own time.',
    enum: ROWS_PER,
    default: 'START',
    required: false,
    example: 'EMPLOYEE',
  })
  @MayBeAbsent()
  @IsIn(ROWS_PER)
  readonly rowPer: (typeof ROWS_PER)[number] = 'START';
}

export class FreeDayQueryRequest extends FreeTimeFilter {
  @ApiProperty({ description: 'Month on the calendar of the office.', pattern: '^\\d{4}-\\d{2}$', example: '2026-12' })
  @Matches(/^[12]\d{3}-(0[1-9]|1[0-2])$/)
  readonly month!: string;
}

/** A time that can be booked now; several employees at the same moment and office are one. */
export class FreeTimeView {
  @ApiProperty({ description: 'Offered time, for a hold or a reservation.', format: 'uuid', example: exampleId })
  readonly id!: string;

  @ApiProperty({ description: 'Start.', format: 'date-time', example: '2026-11-26T14:00:00.000Z' })
  readonly startsAt!: string;

  @ApiProperty({ description: 'End.', format: 'date-time', example: '2026-11-26T15:30:00.000Z' })
  readonly endsAt!: string;

  @ApiProperty({ description: 'Office.', format: 'uuid', example: exampleId })
  readonly unitId!: string;

  @ApiProperty({ description: 'Ways of meeting to choose from.', enum: modes, isArray: true, example: ['VISIT', 'REMOTE'] })
  readonly modes!: string[];
}

export class EmployeeOfTimeView {
  @ApiProperty({ description: 'Employee.', format: 'uuid', example: exampleId })
  readonly id!: string;

  @ApiProperty({ description: 'Name.', example: 'Liisa Lastenvalvoja' })
  readonly name!: string;

  @ApiProperty({ description: 'Leads; the others take part.', example: true })
  readonly lead!: boolean;
}

export class EmployeeFreeTimeView extends FreeTimeView {
  @ApiProperty({ description: 'Who would meet the client: the one who leads first.', type: [EmployeeOfTimeView] })
  readonly employees!: EmployeeOfTimeView[];
}

export class EmployeeFreeTimePageView {
  @ApiProperty({ description: 'Earliest first.', type: [EmployeeFreeTimeView] })
  readonly items!: EmployeeFreeTimeView[];

  @ApiProperty({ description: 'For the next page; null on the last one.', type: String, nullable: true, example: null })
  readonly nextCursor!: string | null;
}

export class FreeTimePageView {
  @ApiProperty({ description: 'Earliest first.', type: [FreeTimeView] })
  readonly items!: FreeTimeView[];

  @ApiProperty({ description: 'For the next page; null on the last one.', type: String, nullable: true, example: null })
  readonly nextCursor!: string | null;
}

export class FreeDayView {
  @ApiProperty({ description: 'Date on the calendar of the office.', format: 'date', example: '2026-11-26' })
  readonly date!: string;

  @ApiProperty({ description: 'Number of free times.', type: 'integer', example: 4 })
  readonly count!: number;
}

export function freeTimeView(time: FreeTime): FreeTimeView {
  return {
    id: time.id,
    startsAt: formatInstant(time.startsAt),
    endsAt: formatInstant(time.endsAt),
    unitId: time.unitId,
    modes: [...time.modes],
  };
}

export function employeeFreeTimeView(time: FreeTime & { readonly employees: readonly EmployeeOfTime[] }): EmployeeFreeTimeView {
  return { ...freeTimeView(time), employees: [...time.employees] };
}

export function freeDayView(day: FreeDay): FreeDayView {
  return { date: day.date, count: day.count };
}
