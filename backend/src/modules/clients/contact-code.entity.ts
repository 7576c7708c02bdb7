import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('contact_code')
export class ContactCodeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ name: 'client_id', type: 'uuid' }) clientId!: string;
  @Column({ type: 'text' }) channel!: string;
  @Column({ name: 'value_encrypted', type: 'text' }) valueEncrypted!: string;
  @Column({ name: 'code_encrypted', type: 'text' }) codeEncrypted!: string;
  @Column({ name: 'code_hash', type: 'text' }) codeHash!: string;
  @Column({ type: 'smallint' }) attempts!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}
