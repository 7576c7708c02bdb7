import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent, PageQuery } from '../../platform/http/index.ts';
import { GuidanceView, modes, type Mode } from '../appointment-types/index.ts';
import { LocalizedTextView, OfficeView } from '../organisation/index.ts';
import { WishedTimeRequest } from './wished-time.dto.ts';

export class BookReservationRequest extends WishedTimeRequest {
  @ApiProperty({
    required: false,
    description: 'The client confirms the eligibility statement of the type, where it has one.',
    example: true,
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly eligibilityConfirmed?: boolean;

  @ApiProperty({
    required: false,
    description: 'Language of the interpreter that the client needs: a name or a code (ISO 639); absent: none.',
    maxLength: 60,
    example: 'arabia',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(60)
  readonly interpreterLanguage?: string;

  @ApiProperty({ required: false, description: 'Only where the type allows it; otherwise ignored.', maxLength: 500 })
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  readonly note?: string;
}

export class MoveReservationRequest {
  @ApiProperty({ format: 'uuid', description: 'An offered time of the same appointment type.' })
  @IsUUID()
  readonly offeredTimeId!: string;

  @ApiProperty({ enum: modes, description: 'How it takes place: one of the modes of the type.', example: 'VISIT' })
  @IsIn(modes)
  readonly mode!: Mode;
}

export class MoveOwnReservationRequest extends WishedTimeRequest {
  @ApiProperty({ format: 'uuid', description: 'An offered time of the same appointment type.' })
  @IsUUID()
  override readonly offeredTimeId!: string;
}

export class CitizenReservationsQuery extends PageQuery {
  @ApiProperty({
    enum: ['upcoming', 'past'],
    description: 'Upcoming: soonest first. Past and cancelled: latest first.',
    example: 'upcoming',
  })
  @IsIn(['upcoming', 'past'])
  readonly when!: 'upcoming' | 'past';
}

export const refusalReasons = ['NOT_ALLOWED', 'TOO_LATE', 'STATUS'] as const;

/** May it be done now, until when, and if not, why. */
export class PermissionView {
  @ApiProperty({ description: 'Whether it may be done now.' })
  allowed!: boolean;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'The deadline, past or coming; null when it is never allowed online.',
  })
  until!: string | null;

  @ApiProperty({ enum: refusalReasons, nullable: true, description: 'Why not; null when allowed.' })
  reason!: (typeof refusalReasons)[number] | null;
}

/** A reservation as its client sees it; what its visibility hides is null. */
export class CitizenReservationView {
  @ApiProperty({ format: 'uuid', description: 'Id of the reservation.' })
  id!: string;

  @ApiProperty({ description: 'Also the ETag.', example: 1 })
  version!: number;

  @ApiProperty({
    enum: ['BOOKED', 'CHECKED_IN', 'STARTED', 'FULFILLED', 'NO_SHOW', 'CANCELLED'],
    description: 'Where it stands.',
    example: 'BOOKED',
  })
  status!: string;

  @ApiProperty({ format: 'date-time', description: 'When it begins.', example: '2026-12-10T14:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When it ends.', example: '2026-12-10T15:30:00.000Z' })
  endsAt!: string;

  @ApiProperty({ description: 'Length in minutes.', example: 90 })
  durationMinutes!: number;

  @ApiProperty({ enum: modes, nullable: true, description: 'How it takes place; null: not shown to you.' })
  mode!: Mode | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Its type; null: not shown to you.' })
  appointmentTypeId!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The type’s name in addresses; null: not shown to you.', example: 'eroaika' })
  appointmentTypeSlug!: string | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'Name of the type; null: not shown to you.' })
  typeName!: LocalizedTextView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'Name of the service; null: not shown to you.' })
  serviceName!: LocalizedTextView | null;

  @ApiProperty({ description: 'The page shows "Leave quickly".' })
  leaveQuickly!: boolean;

  @ApiProperty({ type: OfficeView, nullable: true, description: 'Where to come; null: not shown to you.' })
  office!: OfficeView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'Room; null: none, or not shown to you.' })
  roomName!: LocalizedTextView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'How to find the room; null: nothing to say.' })
  roomArrivalInfo!: LocalizedTextView | null;

  @ApiProperty({ type: String, nullable: true, description: 'Who leads; null: not shown to you.', example: 'Liisa Lastenvalvoja' })
  employeeName!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'What the employee has written for you.' })
  noteToClient!: string | null;

  @ApiProperty({ type: GuidanceView, nullable: true, description: 'How to prepare; null: nothing to say.' })
  guidance!: GuidanceView | null;

  @ApiProperty({ type: PermissionView, description: 'Whether, and until when, you may move it.' })
  move!: PermissionView;

  @ApiProperty({ type: PermissionView, description: 'Whether, and until when, you may cancel it.' })
  cancel!: PermissionView;

  @ApiProperty({ description: 'It is too late to cancel, but the client can still tell that they cannot come.' })
  cannotCome!: boolean;

  @ApiProperty({ description: 'The client has told so.' })
  cannotComeReported!: boolean;
}

export class CitizenReservationPageView {
  @ApiProperty({ type: [CitizenReservationView], description: 'In order of time.' })
  items!: readonly CitizenReservationView[];

  @ApiProperty({ type: String, nullable: true, description: 'For the next page; null: there is none.' })
  nextCursor!: string | null;
}

export class CalendarFileQuery {
  @ApiProperty({ enum: ['fi', 'sv', 'en'], required: false, default: 'fi', description: 'Language of the file.' })
  @MayBeAbsent()
  @IsIn(['fi', 'sv', 'en'])
  readonly language: 'fi' | 'sv' | 'en' = 'fi';
}
