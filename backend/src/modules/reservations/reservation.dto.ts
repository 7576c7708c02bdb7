import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { modes, type Mode } from '../appointment-types/index.ts';
import { CONTACT_CHANNELS, PostalAddressView, type ContactChannel } from '../clients/index.ts';
import { LocalizedTextView } from '../organisation/index.ts';
import { LONGEST_INTERNAL_NOTE } from './internal-note/internal-note.ts';

export const cancelReasons = [
  'CLIENT_REQUEST',
  'EMPLOYEE_ABSENT',
  'ROOM_UNAVAILABLE',
  'BOOKED_BY_MISTAKE',
  'NO_LONGER_NEEDED',
  'OTHER',
] as const;
export type CancelReason = (typeof cancelReasons)[number];

export class BookForClientRequest {
  @ApiProperty({ format: 'uuid', description: 'Whom the time is for: somebody whom you may know of, or have just found.' })
  @IsUUID()
  readonly clientId!: string;

  @ApiProperty({ format: 'uuid', description: 'An offered time, internal ones included.' })
  @IsUUID()
  readonly offeredTimeId!: string;

  @ApiProperty({ enum: modes, description: 'How it takes place: one of the modes of the type.', example: 'VISIT' })
  @IsIn(modes)
  readonly mode!: Mode;

  @ApiProperty({
    required: false,
    description: 'Language of the interpreter that the client needs: a name or a code (ISO 639); absent: none.',
    maxLength: 60,
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(60)
  readonly interpreterLanguage?: string;

  @ApiProperty({ required: false, description: 'Shown to the client. Write nothing that is not needed.', maxLength: 500 })
  @MayBeAbsent()
  @IsString()
  @MaxLength(500)
  readonly noteToClient?: string;

  @ApiProperty({
    required: false,
    maxLength: LONGEST_INTERNAL_NOTE,
    example: 'Client uses a wheelchair: book the lift.',
    description:
      'For the employees of the appointment only, of whom you must be one; never shown to the client in the service. The client may still ask to see what is recorded.',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(LONGEST_INTERNAL_NOTE)
  readonly internalNote?: string;

  @ApiProperty({ required: false, description: 'Records a time that has passed already.', default: false })
  @MayBeAbsent()
  @IsBoolean()
  readonly lateEntry?: boolean;
}

export class CancelReservationRequest {
  @ApiProperty({ enum: cancelReasons, description: 'Peruuntumisen syy; never told to anybody but employees.', example: 'CLIENT_REQUEST' })
  @IsIn(cancelReasons)
  readonly reason!: CancelReason;

  @ApiProperty({
    required: false,
    example: true,
    description:
      'Whether the time is offered to others again. Absent: not when the employee is absent or the room cannot be used, otherwise yes.',
  })
  @MayBeAbsent()
  @IsBoolean()
  readonly offerAgain?: boolean;
}

export class NamedView {
  @ApiProperty({ format: 'uuid', description: 'Id.' })
  id!: string;

  @ApiProperty({ type: LocalizedTextView, description: 'Name in each language.' })
  name!: LocalizedTextView;
}

export class ReservationTypeView extends NamedView {
  @ApiProperty({ description: 'Short code of the type.', example: 'ERO' })
  code!: string;

  @ApiProperty({ description: 'The version that the reservation was made by.', example: 1 })
  versionNo!: number;
}

export class ReservationEmployeeView {
  @ApiProperty({ format: 'uuid', description: 'Id of the employee.' })
  id!: string;

  @ApiProperty({ description: 'First and last name.', example: 'Liisa Lastenvalvoja' })
  name!: string;

  @ApiProperty({ description: 'Leads; the others take part.' })
  lead!: boolean;
}

export class ReservationClientView {
  @ApiProperty({ format: 'uuid', description: 'Id of the client.' })
  id!: string;

  @ApiProperty({ description: 'First and last names.', example: 'Aino Esimerkki' })
  name!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'Date of birth; null when unknown.', example: '1985-03-14' })
  birthOn!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'null: none, or not for you to see.' })
  phone!: string | null;

  @ApiProperty({ type: PostalAddressView, nullable: true, description: 'For letters; null: none, protected, or not for you to see.' })
  address!: PostalAddressView | null;

  @ApiProperty({ enum: ['fi', 'sv', 'en'], description: 'Language in which messages are written.' })
  messageLanguage!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Language for which an interpreter is needed, as it was given: a name or a code (ISO 639); null: none.',
  })
  interpreterLanguage!: string | null;

  @ApiProperty({ description: 'Turvakielto: contact details are masked.' })
  nonDisclosure!: boolean;

  @ApiProperty({ description: 'Has died by the register: nothing is sent, and the reservation is cancelled rather than moved.' })
  deceased!: boolean;

  @ApiProperty({ description: 'Is to be told of changes, if there is a way.' })
  notify!: boolean;

  @ApiProperty({
    enum: CONTACT_CHANNELS,
    isArray: true,
    example: ['SMS'],
    description:
      'By what the client is told of a change of this reservation as things are. Empty: by nothing, so the client must be told in another way.',
  })
  toldBy!: ContactChannel[];
}

export class RuleSnapshotView {
  @ApiProperty({ description: 'Whether the citizen may move it at all.' })
  mayMove!: boolean;

  @ApiProperty({ description: 'Whether the citizen may cancel it at all.' })
  mayCancel!: boolean;

  @ApiProperty({ format: 'date-time', description: 'The citizen may move until then, if at all.' })
  moveUntil!: string;

  @ApiProperty({ format: 'date-time', description: 'The citizen may cancel until then, if at all.' })
  cancelUntil!: string;
}

export class ReservationEventView {
  @ApiProperty({
    enum: [
      'BOOKED',
      'MOVED',
      'TRANSFERRED',
      'CANCELLED',
      'CHECKED_IN',
      'STARTED',
      'FULFILLED',
      'NO_SHOW',
      'CORRECTED',
      'CHANGED',
      'CANNOT_COME',
      'ENTERED_IN_ERROR',
    ],
    description: 'What happened.',
  })
  kind!: string;

  @ApiProperty({ format: 'date-time', description: 'When it happened.' })
  at!: string;

  @ApiProperty({ enum: ['CITIZEN', 'EMPLOYEE', 'SYSTEM'], description: 'Who did it; SYSTEM: the product by itself.' })
  actorKind!: string;

  @ApiProperty({ type: String, nullable: true, description: 'Of an employee; a citizen is not named here.' })
  actorName!: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { from: '2026-12-10T14:00:00.000Z', to: '2026-12-11T07:00:00.000Z' },
    description:
      'What changed, by kind of event: of CANCELLED the reason and offeredAgain; of MOVED the old and the new start (from, to), and what else became another: fromEmployees and toEmployees (names), fromUnitId and toUnitId, fromRoomId and toRoomId; of CHANGED what it was (INTERNAL_NOTE), never the text.',
  })
  details!: Record<string, unknown>;
}

export const reservationCommands = ['move', 'cancel', 'check-in', 'start', 'fulfil', 'no-show', 'correct-attendance'] as const;
export type ReservationCommand = (typeof reservationCommands)[number];

export class ReservationView {
  @ApiProperty({ format: 'uuid', description: 'Id of the reservation.' })
  id!: string;

  @ApiProperty({ description: 'Also the ETag.', example: 1 })
  version!: number;

  @ApiProperty({
    enum: ['BOOKED', 'CHECKED_IN', 'STARTED', 'FULFILLED', 'NO_SHOW', 'CANCELLED', 'ENTERED_IN_ERROR'],
    description: 'Where it stands.',
  })
  status!: string;

  @ApiProperty({ format: 'date-time', description: 'When it begins.', example: '2026-12-10T14:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When it ends, buffers not included.', example: '2026-12-10T15:30:00.000Z' })
  endsAt!: string;

  @ApiProperty({ enum: modes, description: 'How it takes place.' })
  mode!: Mode;

  @ApiProperty({ enum: ['CITIZEN', 'PROXY', 'EMPLOYEE', 'DESK', 'API'], description: 'Who booked, by what way.' })
  channel!: string;

  @ApiProperty({ type: ReservationTypeView, description: 'Its type.' })
  appointmentType!: ReservationTypeView;

  @ApiProperty({ type: NamedView, nullable: true, description: 'The office. null: protected (turvakielto), and not for you to see.' })
  unit!: NamedView | null;

  @ApiProperty({ type: [ReservationEmployeeView], description: 'Everybody who takes part, the leading one first.' })
  employees!: ReservationEmployeeView[];

  @ApiProperty({ type: NamedView, nullable: true, description: 'null: none, or not for you to see, like the office.' })
  room!: NamedView | null;

  @ApiProperty({ type: [ReservationClientView], description: 'Whom it is for; empty when you may not know.' })
  clients!: ReservationClientView[];

  @ApiProperty({ type: String, nullable: true, description: 'Shown to the client too; null: none, or not for you to see.' })
  noteToClient!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'Client uses a wheelchair: book the lift.',
    description: 'For the employees of this reservation only, and never shown to the client; null: none, or not for you to see.',
  })
  internalNote!: string | null;

  @ApiProperty({
    description: 'Whether you are one of its employees: you see the internal note, if there is one, and may write it.',
    example: true,
  })
  mayChangeInternalNote!: boolean;

  @ApiProperty({ type: RuleSnapshotView, description: 'What the citizen may do, as it was when the time was booked.' })
  rule!: RuleSnapshotView;

  @ApiProperty({ type: [ReservationEventView], description: 'Oldest first.' })
  history!: ReservationEventView[];

  @ApiProperty({ enum: cancelReasons, nullable: true, description: 'null: not cancelled.' })
  cancelReason!: string | null;

  @ApiProperty({ enum: reservationCommands, isArray: true, description: 'What you may do with it now.' })
  actions!: ReservationCommand[];

  @ApiProperty({
    description: 'Whether a move by you may go to a time of another employee; otherwise only to your own times.',
    example: true,
  })
  mayMoveToOthers!: boolean;
}
