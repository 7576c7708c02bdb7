import { ApiProperty } from '@nestjs/swagger';
import { EmployeeFreeTimeView } from '../../availability/index.ts';
import { modes, type Mode } from '../../appointment-types/index.ts';
import { NamedView, ReservationEmployeeView, ReservationTypeView } from '../reservation.dto.ts';

/** FREE: it can be booked. TAKEN: it stands in the plan, but is held, booked, or its people or rooms are busy. */
export const offeredTimeAvailabilities = ['FREE', 'TAKEN'] as const;

export class OtherTypeOfTimeView extends NamedView {
  @ApiProperty({ format: 'uuid', description: 'Of the offered time by which this type is booked.' })
  offeredTimeId!: string;
}

export class OfferedTimeView {
  @ApiProperty({ format: 'uuid', description: 'Id of the offered time.' })
  id!: string;

  @ApiProperty({ format: 'date-time', description: 'When it begins.', example: '2026-12-10T14:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When it ends.', example: '2026-12-10T15:30:00.000Z' })
  endsAt!: string;

  @ApiProperty({ enum: offeredTimeAvailabilities, description: 'Only a hint: booking decides.' })
  availability!: (typeof offeredTimeAvailabilities)[number];

  @ApiProperty({
    description:
      'Whether the appointment type lets you book it: it may be booked by others, such as the booking desk or the employee in person.',
  })
  bookableByYou!: boolean;

  @ApiProperty({ description: 'Whether you take part in it, and so may give the booking an internal note.', example: true })
  mayWriteInternalNote!: boolean;

  @ApiProperty({ type: ReservationTypeView, description: 'In the version in force now, by which a booking is made.' })
  appointmentType!: ReservationTypeView;

  @ApiProperty({ type: [OtherTypeOfTimeView], description: 'For what else the same time can be booked.' })
  otherTypes!: OtherTypeOfTimeView[];

  @ApiProperty({ type: NamedView, description: 'The office.' })
  unit!: NamedView;

  @ApiProperty({ type: [ReservationEmployeeView], description: 'Everybody who takes part, the leading one first.' })
  employees!: ReservationEmployeeView[];

  @ApiProperty({ type: NamedView, nullable: true, description: 'null: none, or chosen when it is booked.' })
  room!: NamedView | null;

  @ApiProperty({ enum: modes, isArray: true, description: 'Ways of meeting to choose from.' })
  modes!: Mode[];

  @ApiProperty({ type: 'integer', description: 'More than one: a group.', example: 1 })
  capacity!: number;

  @ApiProperty({ type: 'integer', description: 'Places that are taken.', example: 0 })
  taken!: number;

  @ApiProperty({ enum: ['ON', 'OFF'], description: 'Whether reservations of the type are confirmed and reminded of by message.' })
  messages!: 'ON' | 'OFF';

  @ApiProperty({
    type: [EmployeeFreeTimeView],
    description: 'Of one that is TAKEN: the nearest free times that you may book instead, at most three, nearest first.',
  })
  alternatives!: EmployeeFreeTimeView[];
}
