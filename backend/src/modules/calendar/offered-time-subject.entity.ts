import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SubjectRole } from './calendar-types.ts';

@Entity({ name: 'offered_time_subject' })
export class OfferedTimeSubjectEntity {
  @PrimaryColumn({ name: 'offered_time_id', type: 'uuid' })
  offeredTimeId!: string;

  @PrimaryColumn({ name: 'subject_id', type: 'uuid' })
  subjectId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'role', type: 'text' })
  role!: SubjectRole;
}
