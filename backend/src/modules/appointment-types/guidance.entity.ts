import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedText } from '../../kernel/index.ts';
import type { PublicationState } from '../organisation/index.ts';

@Entity({ name: 'guidance' })
export class GuidanceEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'service_id', type: 'uuid', nullable: true })
  serviceId!: string | null;

  @Column({ name: 'appointment_type_id', type: 'uuid', nullable: true })
  appointmentTypeId!: string | null;

  @Column({ name: 'for_whom', type: 'jsonb' })
  forWhom!: LocalizedText;

  @Column({ name: 'what_happens', type: 'jsonb', nullable: true })
  whatHappens!: LocalizedText | null;

  @Column({ name: 'safety', type: 'jsonb', nullable: true })
  safety!: LocalizedText | null;

  @Column({ name: 'bring', type: 'jsonb', nullable: true })
  bring!: LocalizedText | null;

  @Column({ name: 'after_booking', type: 'jsonb', nullable: true })
  afterBooking!: LocalizedText | null;

  @Column({ name: 'state', type: 'text' })
  state!: PublicationState;

  @Column({ name: 'publish_at', type: 'timestamptz', nullable: true })
  publishAt!: Date | null;

  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
