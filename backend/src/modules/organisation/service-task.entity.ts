import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedText } from '../../kernel/index.ts';
import type { SecrecyLevel } from './organisation-records.ts';

@Entity({ name: 'service_task' })
export class ServiceTaskEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'name', type: 'jsonb' })
  name!: LocalizedText;

  @Column({ name: 'retention_class', type: 'text' })
  retentionClass!: string;

  @Column({ name: 'secrecy_level', type: 'text' })
  secrecyLevel!: SecrecyLevel;
}
