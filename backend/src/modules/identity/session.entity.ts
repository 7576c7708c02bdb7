import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('session')
export class SessionEntity {
  @PrimaryColumn({ name: 'id_hash', type: 'text' }) idHash!: string;
  @Column({ name: 'organisation_id', type: 'uuid' }) organisationId!: string;
  @Column({ type: 'text' }) surface!: string;
  @Column({ name: 'client_id', type: 'uuid', nullable: true }) clientId!: string | null;
  @Column({ name: 'employee_id', type: 'uuid', nullable: true }) employeeId!: string | null;
  @Column({ name: 'represented_client_id', type: 'uuid', nullable: true }) representedClientId!: string | null;
  @Column({ type: 'text', nullable: true }) issuer!: string | null;
  @Column({ name: 'login_state', type: 'jsonb', nullable: true }) loginState!: object | null;
  @Column({ name: 'shared_desk', type: 'boolean', default: false }) sharedDesk!: boolean;
  @Column({ name: 'authenticated_at', type: 'timestamptz', nullable: true }) authenticatedAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'last_seen_at', type: 'timestamptz' }) lastSeenAt!: Date;
  @Column({ name: 'expires_at', type: 'timestamptz' }) expiresAt!: Date;
}
