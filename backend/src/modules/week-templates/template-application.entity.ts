import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ApplicationReport } from './week-template-types.ts';

@Entity({ name: 'template_application' })
export class TemplateApplicationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'week_template_version_id', type: 'uuid' })
  weekTemplateVersionId!: string;

  @Column({ name: 'employee_ids', type: 'uuid', array: true })
  employeeIds!: string[];

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'to_on', type: 'date' })
  toOn!: string;

  @Column({ name: 'rotation_start_on', type: 'date' })
  rotationStartOn!: string;

  @Column({ name: 'report', type: 'jsonb' })
  report!: ApplicationReport;

  @Column({ name: 'applied_by_kind', type: 'text' })
  appliedByKind!: string;

  @Column({ name: 'applied_by', type: 'uuid', nullable: true })
  appliedBy!: string | null;

  @Column({ name: 'applied_at', type: 'timestamptz' })
  appliedAt!: Date;

  @Column({ name: 'undone_at', type: 'timestamptz', nullable: true })
  undoneAt!: Date | null;
}
