import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate, LocalizedText } from '../../kernel/index.ts';

@Entity({ name: 'employee' })
export class EmployeeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'external_key', type: 'text' })
  externalKey!: string;

  @Column({ name: 'first_name', type: 'text' })
  firstName!: string;

  @Column({ name: 'last_name', type: 'text' })
  lastName!: string;

  @Column({ name: 'title', type: 'jsonb' })
  title!: LocalizedText;

  @Column({ name: 'email', type: 'text' })
  email!: string;

  @Column({ name: 'languages', type: 'text', array: true })
  languages!: string[];

  @Column({ name: 'skills', type: 'text', array: true })
  skills!: string[];

  @Column({ name: 'named_to_citizens', type: 'boolean' })
  namedToCitizens!: boolean;

  @Column({ name: 'home_unit_id', type: 'uuid' })
  homeUnitId!: string;

  @Column({ name: 'employed_from', type: 'date' })
  employedFrom!: LocalDate;

  @Column({ name: 'employed_to', type: 'date', nullable: true })
  employedTo!: LocalDate | null;

  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
