import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedText } from '../../kernel/index.ts';

@Entity({ name: 'organisation' })
export class OrganisationEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'oid', type: 'text' })
  oid!: string;

  @Column({ name: 'controller_oid', type: 'text' })
  controllerOid!: string;

  @Column({ name: 'name', type: 'jsonb' })
  name!: LocalizedText;

  @Column({ name: 'portal_name', type: 'jsonb' })
  portalName!: LocalizedText;

  @Column({ name: 'citizen_host', type: 'text' })
  citizenHost!: string;

  @Column({ name: 'employee_host', type: 'text' })
  employeeHost!: string;

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'languages', type: 'text', array: true })
  languages!: string[];

  @Column({ name: 'contact_phone', type: 'text' })
  contactPhone!: string;

  @Column({ name: 'contact_text_number', type: 'text' })
  contactTextNumber!: string;

  @Column({ name: 'contact_hours', type: 'jsonb' })
  contactHours!: LocalizedText;

  @Column({ name: 'contact_address', type: 'jsonb' })
  contactAddress!: LocalizedText;

  @Column({ name: 'sms_sender', type: 'text' })
  smsSender!: string;

  @Column({ name: 'email_sender', type: 'text' })
  emailSender!: string;

  @Column({ name: 'position', type: 'smallint' })
  position!: number;

  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
