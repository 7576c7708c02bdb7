import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TypeCategory, TypeState } from './appointment-type-records.ts';

@Entity({ name: 'appointment_type' })
export class AppointmentTypeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'category', type: 'text' })
  category!: TypeCategory;

  @Column({ name: 'service_id', type: 'uuid', nullable: true })
  serviceId!: string | null;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'slug', type: 'text' })
  slug!: string;

  @Column({ name: 'colour', type: 'text' })
  colour!: string;

  @Column({ name: 'pattern', type: 'text' })
  pattern!: string;

  @Column({ name: 'state', type: 'text' })
  state!: TypeState;

  @Column({ name: 'version', type: 'integer' })
  version!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
