import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reservation')
export class ReservationEntity {
  @PrimaryColumn({ type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  readonly organisationId!: string;

  @Column({ name: 'appointment_type_id', type: 'uuid' })
  readonly appointmentTypeId!: string;

  @Column({ name: 'appointment_type_version_id', type: 'uuid' })
  readonly appointmentTypeVersionId!: string;

  @Column({ name: 'service_id', type: 'uuid' })
  readonly serviceId!: string;

  @Column({ name: 'service_task_id', type: 'uuid' })
  readonly serviceTaskId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId!: string;

  @Column({ name: 'employee_id', type: 'uuid' })
  readonly employeeId!: string;

  @Column({ name: 'offered_time_id', type: 'uuid', nullable: true })
  readonly offeredTimeId!: string | null;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  readonly startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  readonly endsAt!: Date;

  @Column({ type: 'text' })
  readonly mode!: string;

  @Column({ type: 'text' })
  readonly status!: string;

  @Column({ type: 'text' })
  readonly channel!: string;

  @Column({ name: 'rule_snapshot', type: 'jsonb' })
  readonly ruleSnapshot!: Record<string, unknown>;

  @Column({ name: 'citizen_visibility', type: 'text' })
  readonly citizenVisibility!: string;

  @Column({ type: 'text' })
  readonly messages!: string;

  @Column({ name: 'note_to_client_encrypted', type: 'text', nullable: true })
  readonly noteToClientEncrypted!: string | null;

  @Column({ name: 'internal_note_encrypted', type: 'text', nullable: true })
  readonly internalNoteEncrypted!: string | null;

  @Column({ name: 'booked_by_kind', type: 'text' })
  readonly bookedByKind!: string;

  @Column({ name: 'booked_by', type: 'uuid', nullable: true })
  readonly bookedBy!: string | null;

  @Column({ name: 'cancelled_by_kind', type: 'text', nullable: true })
  readonly cancelledByKind!: string | null;

  @Column({ name: 'cancelled_by', type: 'uuid', nullable: true })
  readonly cancelledBy!: string | null;

  @Column({ name: 'cancel_reason', type: 'text', nullable: true })
  readonly cancelReason!: string | null;

  @Column({ name: 'late_entry', type: 'boolean' })
  readonly lateEntry!: boolean;

  @Column({ name: 'message_version', type: 'integer' })
  readonly messageVersion!: number;

  @Column({ type: 'integer' })
  readonly version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  readonly createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  readonly updatedAt!: Date;
}
