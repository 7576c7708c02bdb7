import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedText } from '../../kernel/index.ts';
import type { Keywords, PublicationState } from './organisation-records.ts';

@Entity({ name: 'service' })
export class ServiceEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'service_task_id', type: 'uuid' })
  serviceTaskId!: string;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'slug', type: 'text' })
  slug!: string;

  @Column({ name: 'theme', type: 'text' })
  theme!: string;

  @Column({ name: 'name', type: 'jsonb' })
  name!: LocalizedText;

  @Column({ name: 'summary', type: 'jsonb' })
  summary!: LocalizedText;

  @Column({ name: 'keywords', type: 'jsonb' })
  keywords!: Keywords;

  @Column({ name: 'leave_quickly', type: 'boolean' })
  leaveQuickly!: boolean;

  @Column({ name: 'sign_language_video_url', type: 'text', nullable: true })
  signLanguageVideoUrl!: string | null;

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
