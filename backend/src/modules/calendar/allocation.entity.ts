import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AllocationKind } from './calendar-types.ts';

@Entity({ name: 'allocation' })
export class AllocationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ name: 'kind', type: 'text' })
  kind!: AllocationKind;

  @Column({ name: 'blocking', type: 'boolean' })
  blocking!: boolean;

  @Column({ name: 'overlap_reason', type: 'text', nullable: true })
  overlapReason!: string | null;

  @Column({ name: 'hold_expires_at', type: 'timestamptz', nullable: true })
  holdExpiresAt!: Date | null;

  @Column({ name: 'source_id', type: 'uuid' })
  sourceId!: string;
}
