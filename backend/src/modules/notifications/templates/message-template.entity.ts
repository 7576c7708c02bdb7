import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('message_template')
export class MessageTemplateEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) kind!: string;
  @Column({ type: 'text' }) channel!: string;
  @Column({ type: 'text' }) language!: string;
  @Column({ name: 'version_no', type: 'integer' }) versionNo!: number;
  @Column({ type: 'text', nullable: true }) subject!: string | null;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'effective_from', type: 'timestamptz' }) effectiveFrom!: Date;
  @Column({ name: 'created_by', type: 'uuid', nullable: true }) createdBy!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
