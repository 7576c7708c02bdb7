import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate, LocalizedText } from '../../kernel/index.ts';
import type { RolloutState, UnitKind } from './organisation-records.ts';

@Entity({ name: 'unit' })
export class UnitEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'parent_id', type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ name: 'kind', type: 'text' })
  kind!: UnitKind;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'oid', type: 'text', nullable: true })
  oid!: string | null;

  @Column({ name: 'name', type: 'jsonb' })
  name!: LocalizedText;

  @Column({ name: 'street_address', type: 'jsonb', nullable: true })
  streetAddress!: LocalizedText | null;

  @Column({ name: 'postal_code', type: 'text', nullable: true })
  postalCode!: string | null;

  @Column({ name: 'city', type: 'jsonb', nullable: true })
  city!: LocalizedText | null;

  @Column({ name: 'arrival_info', type: 'jsonb', nullable: true })
  arrivalInfo!: LocalizedText | null;

  @Column({ name: 'accessibility_info', type: 'jsonb', nullable: true })
  accessibilityInfo!: LocalizedText | null;

  @Column({ name: 'phone', type: 'text', nullable: true })
  phone!: string | null;

  @Column({ name: 'text_number', type: 'text', nullable: true })
  textNumber!: string | null;

  @Column({ name: 'opening_hours', type: 'jsonb', nullable: true })
  openingHours!: LocalizedText | null;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'rollout_state', type: 'text' })
  rolloutState!: RolloutState;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: LocalDate;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo!: LocalDate | null;

  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
