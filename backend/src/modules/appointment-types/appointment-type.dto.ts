import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { formatInstant } from '../../kernel/index.ts';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { localizedTextView, LocalizedTextView } from '../organisation/index.ts';
import {
  modes,
  type AppointmentTypeVersion,
  type Audience,
  type BookableBy,
  type Mode,
  type RoomNeed,
  type TypeCategory,
} from './appointment-type-records.ts';

const categories = ['CLIENT', 'OTHER'] as const;

export class AppointmentTypesQuery {
  @ApiProperty({
    required: false,
    enum: categories,
    enumName: 'AppointmentTypeCategory',
    description: 'CLIENT: a client is met. OTHER: other work.',
  })
  @MayBeAbsent()
  @IsIn(categories)
  readonly category?: TypeCategory;
}

/** A type as employees see it, in the version that is in force. */
export class AppointmentTypeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'ERO' })
  code!: string;

  @ApiProperty({ enum: categories, enumName: 'AppointmentTypeCategory' })
  category!: TypeCategory;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  serviceId!: string | null;

  @ApiProperty({ type: 'integer', example: 1 })
  versionNo!: number;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T08:00:00.000Z' })
  effectiveFrom!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ example: 'blue' })
  colour!: string;

  @ApiProperty({ description: 'Distinguishes the type where colour cannot', example: 'plain' })
  pattern!: string;

  @ApiProperty({ type: 'integer', example: 90 })
  durationMinutes!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  bufferBeforeMinutes!: number;

  @ApiProperty({ type: 'integer', example: 0 })
  bufferAfterMinutes!: number;

  @ApiProperty({ enum: modes, enumName: 'AppointmentMode', isArray: true })
  modes!: Mode[];

  @ApiProperty({ type: 'integer', example: 1 })
  staffCount!: number;

  @ApiProperty({ type: [String], example: ['FSL_FI'] })
  requiredSkills!: string[];

  @ApiProperty({ enum: ['NONE', 'VISIT', 'ALWAYS'], enumName: 'RoomNeed', description: 'VISIT: when the client comes' })
  roomNeed!: RoomNeed;

  @ApiProperty({ type: 'integer', example: 4 })
  roomMinCapacity!: number;

  @ApiProperty({ type: [String], example: ['WHEELCHAIR'] })
  roomFeatures!: string[];

  @ApiProperty({ type: 'integer', description: 'More than one: a group', example: 1 })
  capacity!: number;

  @ApiProperty({ enum: ['INTERNAL', 'RIGHT', 'GENERAL'], enumName: 'Audience' })
  audience!: Audience;

  @ApiProperty({ enum: ['CITIZEN', 'DESK', 'OWN_EMPLOYEE', 'TEAM'], enumName: 'BookableBy', isArray: true })
  bookableBy!: BookableBy[];

  @ApiProperty({ type: [String], format: 'uuid', description: 'Offices where it is given; none for other work of the whole organisation' })
  unitIds!: string[];
}

export function appointmentTypeView(version: AppointmentTypeVersion): AppointmentTypeView {
  return {
    id: version.appointmentTypeId,
    code: version.code,
    category: version.category,
    serviceId: version.serviceId,
    versionNo: version.versionNo,
    effectiveFrom: formatInstant(version.effectiveFrom),
    name: localizedTextView(version.name),
    colour: version.colour,
    pattern: version.pattern,
    durationMinutes: version.durationMinutes,
    bufferBeforeMinutes: version.bufferBeforeMinutes,
    bufferAfterMinutes: version.bufferAfterMinutes,
    modes: [...version.modes],
    staffCount: version.staffCount,
    requiredSkills: [...version.requiredSkills],
    roomNeed: version.roomNeed,
    roomMinCapacity: version.roomMinCapacity,
    roomFeatures: [...version.roomFeatures],
    capacity: version.capacity,
    audience: version.audience,
    bookableBy: [...version.bookableBy],
    unitIds: [...version.unitIds],
  };
}
