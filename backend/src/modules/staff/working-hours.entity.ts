import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate, LocalTime, Weekday } from '../../kernel/index.ts';
import type { WorkPlace } from './staff-records.ts';

@Entity({ name: 'working_hours' })
export class WorkingHoursEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'employee_id', type: 'uuid' })
  employeeId!: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: LocalDate;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: LocalDate | null;

  @Column({ name: 'cycle_weeks', type: 'smallint' })
  cycleWeeks!: number;

  @Column({ name: 'cycle_week', type: 'smallint' })
  cycleWeek!: number;

  @Column({ name: 'weekday', type: 'smallint' })
  weekday!: Weekday;

  @Column({ name: 'starts_local', type: 'time' })
  startsLocal!: LocalTime;

  @Column({ name: 'ends_local', type: 'time' })
  endsLocal!: LocalTime;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'place', type: 'text' })
  place!: WorkPlace;
}
