import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectKind } from './organisation-records.ts';

@Entity({ name: 'bookable_subject' })
export class BookableSubjectEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: SubjectKind;

  @Column({ name: 'active', type: 'boolean' })
  active!: boolean;
}
