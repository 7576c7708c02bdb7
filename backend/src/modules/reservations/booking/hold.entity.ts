import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('hold')
export class HoldEntity {
  @PrimaryColumn({ type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  readonly organisationId!: string;

  @Column({ name: 'session_id', type: 'text' })
  readonly sessionId!: string;

  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  readonly clientId!: string | null;

  @Column({ name: 'offered_time_id', type: 'uuid' })
  readonly offeredTimeId!: string;

  @Column({ name: 'appointment_type_version_id', type: 'uuid' })
  readonly appointmentTypeVersionId!: string;

  @Column({ type: 'text' })
  readonly mode!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  readonly startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  readonly endsAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  readonly expiresAt!: Date;

  @Column({ type: 'boolean' })
  readonly extended!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  readonly createdAt!: Date;
}
