import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('notification')
export class NotificationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'reservation_id', type: 'uuid' }) reservationId!: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) channel!: string;
  @Column({ type: 'text' }) step!: string;
  @Column({ name: 'planned_version', type: 'integer' }) plannedVersion!: number;
  @Column({ name: 'due_at', type: 'timestamptz' }) dueAt!: Date;
  @Column({ type: 'text' }) state!: string;
  @Column({ name: 'skip_reason', type: 'text', nullable: true }) skipReason!: string | null;
  @Column({ type: 'smallint' }) attempts!: number;
  @Column({ name: 'leased_until', type: 'timestamptz', nullable: true }) leasedUntil!: Date | null;
  @Column({ name: 'message_template_id', type: 'uuid', nullable: true }) messageTemplateId!: string | null;
  @Column({ type: 'text', nullable: true }) language!: string | null;
  @Column({ name: 'provider_reference', type: 'text', nullable: true }) providerReference!: string | null;
  @Column({ name: 'last_error', type: 'text', nullable: true }) lastError!: string | null;
  @Column({ name: 'perhaps_sent_at', type: 'timestamptz', nullable: true }) perhapsSentAt!: Date | null;
  @Column({ name: 'sent_at', type: 'timestamptz', nullable: true }) sentAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
