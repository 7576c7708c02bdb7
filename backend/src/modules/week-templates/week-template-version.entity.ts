import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'week_template_version' })
export class WeekTemplateVersionEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'week_template_id', type: 'uuid' })
  weekTemplateId!: string;

  @Column({ name: 'version_no', type: 'integer' })
  versionNo!: number;

  @Column({ name: 'cycle_weeks', type: 'smallint' })
  cycleWeeks!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
