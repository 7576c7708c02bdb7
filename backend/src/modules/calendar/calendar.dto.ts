import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, IsUUID, Length } from 'class-validator';
import { parseInstant } from '../../kernel/index.ts';
import { IsInstant, IsOneLine, MayBeAbsent } from '../../platform/http/index.ts';
import type { AbsenceToAdd } from './add-absence.ts';
import type { OtherWorkToAdd } from './add-other-work.ts';
import type { TimesToOffer } from './offer-times.ts';

const audiences = ['INTERNAL', 'RIGHT', 'GENERAL'] as const;
const visibilities = ['FULL', 'TYPE', 'BUSY'] as const;
const absenceKinds = ['AWAY', 'LEAVE'] as const;
const exampleId = '018f7d2e-0000-7000-8000-000000000001';

export class OfferTimesRequest {
  @ApiProperty({ description: 'Lead employee.', format: 'uuid', example: exampleId })
  @IsUUID()
  readonly employeeId!: string;

  @ApiProperty({ description: 'Office.', format: 'uuid', example: exampleId })
  @IsUUID()
  readonly unitId!: string;

  @ApiProperty({
    description: 'Types that the time accepts; a booking fixes one.',
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

  @ApiProperty({ description: 'Start.', format: 'date-time', example: '2026-11-26T14:00:00Z' })
  @IsInstant()
  readonly startsAt!: string;

  @ApiProperty({
    description: 'End; by the length of the type when left out.',
    format: 'date-time',
    required: false,
    example: '2026-11-26T15:30:00Z',
  })
  @MayBeAbsent()
  @IsInstant()
  readonly endsAt?: string;

  @ApiProperty({
    description: 'Who may see it; that of the type when left out, which is the ceiling.',
    enum: audiences,
    required: false,
    example: 'GENERAL',
  })
  @MayBeAbsent()
  @IsIn(audiences)
  readonly audience?: (typeof audiences)[number];

  @ApiProperty({ description: 'Hidden from citizens until then.', format: 'date-time', required: false, example: '2026-11-25T06:00:00Z' })
  @MayBeAbsent()
  @IsInstant()
  readonly publishAt?: string;

  @ApiProperty({
    description: 'Employees who take part besides the lead.',
    type: [String],
    format: 'uuid',
    required: false,
    maxItems: 10,
    example: [],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  readonly withEmployeeIds?: string[];

  @ApiProperty({
    description: 'Room that goes with the time; else one is chosen when it is booked.',
    format: 'uuid',
    required: false,
    example: exampleId,
  })
  @MayBeAbsent()
  @IsUUID()
  readonly roomId?: string;
}

export class OfferedBlockView {
  @ApiProperty({ description: 'The time as one, whatever types it accepts.', format: 'uuid', example: exampleId })
  readonly blockId!: string;

  @ApiProperty({ description: 'Its offered times, one for each type.', type: [String], format: 'uuid', example: [exampleId] })
  readonly offeredTimeIds!: readonly string[];

  @ApiProperty({
    description:
      'False: kept, but not to be booked now, since somebody is busy or no room that fits is free. It comes on offer by itself when that ends.',
    example: true,
  })
  readonly bookable!: boolean;
}

export class AddOtherWorkRequest {
  @ApiProperty({ description: 'Type of other work.', format: 'uuid', example: exampleId })
  @IsUUID()
  readonly appointmentTypeId!: string;

  @ApiProperty({ description: 'Unit.', format: 'uuid', example: exampleId })
  @IsUUID()
  readonly unitId!: string;

  @ApiProperty({
    description: 'Everybody who takes part.',
    type: [String],
    format: 'uuid',
    minItems: 1,
    maxItems: 100,
    example: [exampleId],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID('all', { each: true })
  readonly employeeIds!: string[];

  @ApiProperty({ description: 'Room of the unit.', format: 'uuid', required: false, example: exampleId })
  @MayBeAbsent()
  @IsUUID()
  readonly roomId?: string;

  @ApiProperty({ description: 'Start.', format: 'date-time', example: '2026-11-24T07:00:00Z' })
  @IsInstant()
  readonly startsAt!: string;

  @ApiProperty({ description: 'End, at most 25 hours later.', format: 'date-time', example: '2026-11-24T08:30:00Z' })
  @IsInstant()
  readonly endsAt!: string;

  @ApiProperty({ description: 'Title; never about a client.', required: false, maxLength: 200, example: 'Tiimikokous' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 200)
  @IsOneLine()
  readonly title?: string;

  @ApiProperty({ description: 'What colleagues see; by the type when left out.', enum: visibilities, required: false, example: 'TYPE' })
  @MayBeAbsent()
  @IsIn(visibilities)
  readonly visibility?: (typeof visibilities)[number];
}

export class CalendarEntryIdView {
  @ApiProperty({ description: 'Id of the new entry.', format: 'uuid', example: exampleId })
  readonly id!: string;
}

export class AddAbsenceRequest {
  @ApiProperty({ description: 'Who is away.', format: 'uuid', example: exampleId })
  @IsUUID()
  readonly employeeId!: string;

  @ApiProperty({ description: 'Away, or on leave. The reason is never stored.', enum: absenceKinds, example: 'AWAY' })
  @IsIn(absenceKinds)
  readonly kind!: (typeof absenceKinds)[number];

  @ApiProperty({ description: 'Start.', format: 'date-time', example: '2026-11-24T05:00:00Z' })
  @IsInstant()
  readonly startsAt!: string;

  @ApiProperty({ description: 'End.', format: 'date-time', example: '2026-11-24T15:00:00Z' })
  @IsInstant()
  readonly endsAt!: string;
}

export class AddedAbsenceView {
  @ApiProperty({ description: 'Absence.', format: 'uuid', example: exampleId })
  readonly id!: string;

  @ApiProperty({ description: 'Offered times that nobody can book any more.', type: 'integer', example: 4 })
  readonly withdrawnTimes!: number;

  @ApiProperty({ description: 'Reservations and groups that stand in the absence and wait to be handled.', type: 'integer', example: 8 })
  readonly reservationsToHandle!: number;
}

export function timesToOffer(request: OfferTimesRequest): TimesToOffer {
  const { startsAt, endsAt, publishAt, ...rest } = request;
  return {
    ...rest,
    startsAt: parseInstant(startsAt),
    ...(endsAt === undefined ? {} : { endsAt: parseInstant(endsAt) }),
    ...(publishAt === undefined ? {} : { publishAt: parseInstant(publishAt) }),
  };
}

export function otherWorkToAdd(request: AddOtherWorkRequest): OtherWorkToAdd {
  return { ...request, startsAt: parseInstant(request.startsAt), endsAt: parseInstant(request.endsAt) };
}

export function absenceToAdd(request: AddAbsenceRequest): AbsenceToAdd {
  return { ...request, startsAt: parseInstant(request.startsAt), endsAt: parseInstant(request.endsAt) };
}
