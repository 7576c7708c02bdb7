import { ApiProperty } from '@nestjs/swagger';
import { MESSAGE_CHANNELS, type MessageChannel, type MessageState, type ReservationMessageKind, type SkipReason } from './message-kinds.ts';

const kinds: readonly ReservationMessageKind[] = ['BOOKED', 'MOVED', 'TRANSFERRED', 'CANCELLED', 'REMINDER', 'MANUAL'];
const states: readonly MessageState[] = ['PLANNED', 'QUEUED', 'SENDING', 'SENT', 'PERHAPS_SENT', 'DELIVERED', 'FAILED', 'SKIPPED'];
const skipReasons: readonly SkipReason[] = [
  'MESSAGES_OFF',
  'QUIET_CLIENT',
  'DECEASED',
  'OPTED_OUT',
  'NO_CONFIRMED_CONTACT',
  'SUPERSEDED',
  'NOT_TRUE_ANY_MORE',
  'TIME_PASSED',
  'BEFORE_START',
  'CHANNEL_NOT_CONNECTED',
];

/** One message to one client about a reservation: neither its text nor where it went. */
export class MessageView {
  @ApiProperty({ format: 'uuid', example: '0193b2f0-0000-7000-8000-000000000001' })
  id!: string;

  @ApiProperty({ format: 'uuid', description: 'The client it is for.', example: '0193b2f0-0000-7000-8000-000000000002' })
  clientId!: string;

  @ApiProperty({ enum: kinds, enumName: 'MessageKind', example: 'REMINDER' })
  kind!: ReservationMessageKind;

  @ApiProperty({ enum: MESSAGE_CHANNELS, enumName: 'MessageChannel', example: 'SMS' })
  channel!: MessageChannel;

  @ApiProperty({ description: '`NOW`, or how long before the start a reminder is due: `1D` is one day.', example: '1D' })
  step!: string;

  @ApiProperty({ format: 'date-time', description: 'When it is, or was, to be sent.', example: '2026-12-09T14:00:00.000Z' })
  dueAt!: string;

  @ApiProperty({
    enum: states,
    enumName: 'MessageState',
    description:
      'A failed attempt that is followed by another is PLANNED with attempts and lastError. PERHAPS_SENT: handed over, with an outcome that nobody knows.',
    example: 'PLANNED',
  })
  state!: MessageState;

  @ApiProperty({
    enum: skipReasons,
    enumName: 'MessageSkipReason',
    nullable: true,
    description: 'Why it is not sent; only when SKIPPED.',
    example: null,
  })
  skipReason!: SkipReason | null;

  @ApiProperty({ type: 'integer', example: 0 })
  attempts!: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When the channel said that it has taken it.',
    example: null,
  })
  sentAt!: string | null;

  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'When it was handed over in the first attempt whose outcome nobody knows. Of a SENT one: it may have come twice.',
    example: null,
  })
  perhapsSentAt!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Code of the last failure, without any value.', example: null })
  lastError!: string | null;
}
