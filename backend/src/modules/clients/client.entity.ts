import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('client')
export class ClientEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'identity_kind', type: 'text' }) identityKind!: string;
  @Column({ name: 'identity_code_encrypted', type: 'text', nullable: true }) identityCodeEncrypted!: string | null;
  @Column({ name: 'identity_index', type: 'text', nullable: true }) identityIndex!: string | null;
  @Column({ name: 'first_names', type: 'text' }) firstNames!: string;
  @Column({ name: 'last_name', type: 'text' }) lastName!: string;
  @Column({ name: 'birth_on', type: 'date', nullable: true }) birthOn!: string | null;
  @Column({ name: 'service_language', type: 'text' }) serviceLanguage!: string;
  @Column({ name: 'message_language', type: 'text' }) messageLanguage!: string;
  @Column({ name: 'address_encrypted', type: 'text', nullable: true }) addressEncrypted!: string | null;
  @Column({ name: 'phone_encrypted', type: 'text', nullable: true }) phoneEncrypted!: string | null;
  @Column({ name: 'phone_index', type: 'text', nullable: true }) phoneIndex!: string | null;
  @Column({ name: 'phone_confirmed_at', type: 'timestamptz', nullable: true }) phoneConfirmedAt!: Date | null;
  @Column({ name: 'email_encrypted', type: 'text', nullable: true }) emailEncrypted!: string | null;
  @Column({ name: 'email_index', type: 'text', nullable: true }) emailIndex!: string | null;
  @Column({ name: 'email_confirmed_at', type: 'timestamptz', nullable: true }) emailConfirmedAt!: Date | null;
  @Column({ name: 'reminder_channels', type: 'text', array: true }) reminderChannels!: string[];
  @Column({ name: 'non_disclosure', type: 'boolean' }) nonDisclosure!: boolean;
  @Column({ name: 'non_disclosure_until', type: 'date', nullable: true }) nonDisclosureUntil!: string | null;
  @Column({ name: 'interpreter_needed', type: 'boolean' }) interpreterNeeded!: boolean;
  @Column({ name: 'interpreter_language', type: 'text', nullable: true }) interpreterLanguage!: string | null;
  @Column({ name: 'quiet_contact', type: 'text' }) quietContact!: string;
  @Column({ name: 'deceased_on', type: 'date', nullable: true }) deceasedOn!: string | null;
  @Column({ type: 'integer' }) version!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}
