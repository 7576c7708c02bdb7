import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedText } from '../../kernel/index.ts';
import type {
  Audience,
  BookableBy,
  CalendarVisibility,
  CitizenVisibility,
  EmployeeChoice,
  Mode,
  RoomNeed,
} from './appointment-type-records.ts';

@Entity({ name: 'appointment_type_version' })
export class AppointmentTypeVersionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'appointment_type_id', type: 'uuid' })
  appointmentTypeId!: string;

  @Column({ name: 'version_no', type: 'integer' })
  versionNo!: number;

  @Column({ name: 'effective_from', type: 'timestamptz' })
  effectiveFrom!: Date;

  @Column({ name: 'name', type: 'jsonb' })
  name!: LocalizedText;

  @Column({ name: 'duration_minutes', type: 'smallint' })
  durationMinutes!: number;

  @Column({ name: 'buffer_before_minutes', type: 'smallint' })
  bufferBeforeMinutes!: number;

  @Column({ name: 'buffer_after_minutes', type: 'smallint' })
  bufferAfterMinutes!: number;

  @Column({ name: 'modes', type: 'text', array: true })
  modes!: Mode[];

  @Column({ name: 'staff_count', type: 'smallint' })
  staffCount!: number;

  @Column({ name: 'required_skills', type: 'text', array: true })
  requiredSkills!: string[];

  @Column({ name: 'room_need', type: 'text' })
  roomNeed!: RoomNeed;

  @Column({ name: 'room_min_capacity', type: 'smallint' })
  roomMinCapacity!: number;

  @Column({ name: 'room_features', type: 'text', array: true })
  roomFeatures!: string[];

  @Column({ name: 'capacity', type: 'smallint' })
  capacity!: number;

  @Column({ name: 'audience', type: 'text' })
  audience!: Audience;

  @Column({ name: 'bookable_by', type: 'text', array: true })
  bookableBy!: BookableBy[];

  @Column({ name: 'employee_choice', type: 'text' })
  employeeChoice!: EmployeeChoice;

  @Column({ name: 'citizen_may_book', type: 'boolean' })
  citizenMayBook!: boolean;

  @Column({ name: 'citizen_may_move', type: 'boolean' })
  citizenMayMove!: boolean;

  @Column({ name: 'citizen_may_cancel', type: 'boolean' })
  citizenMayCancel!: boolean;

  @Column({ name: 'min_notice_hours', type: 'smallint' })
  minNoticeHours!: number;

  @Column({ name: 'horizon_days', type: 'smallint' })
  horizonDays!: number;

  @Column({ name: 'cancel_deadline_hours', type: 'smallint' })
  cancelDeadlineHours!: number;

  @Column({ name: 'move_deadline_hours', type: 'smallint' })
  moveDeadlineHours!: number;

  @Column({ name: 'max_active', type: 'smallint', nullable: true })
  maxActive!: number | null;

  @Column({ name: 'eligibility_statement', type: 'jsonb', nullable: true })
  eligibilityStatement!: LocalizedText | null;

  @Column({ name: 'citizen_visibility', type: 'text' })
  citizenVisibility!: CitizenVisibility;

  @Column({ name: 'messages', type: 'text' })
  messages!: 'ON' | 'OFF';

  @Column({ name: 'note_allowed', type: 'boolean' })
  noteAllowed!: boolean;

  @Column({ name: 'calendar_visibility', type: 'text' })
  calendarVisibility!: CalendarVisibility;

  @Column({ name: 'reminder_days_before', type: 'smallint', array: true })
  reminderDaysBefore!: number[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
