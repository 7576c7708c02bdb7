import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../appointment-types/index.ts';
import type { OnHoliday, Recurrence } from './week-template-types.ts';

@Entity({ name: 'week_template_entry' })
export class WeekTemplateEntryEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'week_template_version_id', type: 'uuid' })
  weekTemplateVersionId!: string;

  @Column({ name: 'recurrence', type: 'text' })
  recurrence!: Recurrence;

  @Column({ name: 'cycle_week', type: 'smallint' })
  cycleWeek!: number;

  @Column({ name: 'month_week', type: 'smallint', nullable: true })
  monthWeek!: number | null;

  @Column({ name: 'on_holiday', type: 'text' })
  onHoliday!: OnHoliday;

  @Column({ name: 'weekday', type: 'smallint' })
  weekday!: number;

  @Column({ name: 'starts_local', type: 'time' })
  startsLocal!: string;

  @Column({ name: 'ends_local', type: 'time' })
  endsLocal!: string;

  @Column({ name: 'appointment_type_ids', type: 'uuid', array: true })
  appointmentTypeIds!: string[];

  @Column({ name: 'room_id', type: 'uuid', nullable: true })
  roomId!: string | null;

  @Column({ name: 'audience', type: 'text' })
  audience!: Audience;
}
