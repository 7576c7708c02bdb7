import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'unit_service' })
export class UnitServiceEntity {
  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @PrimaryColumn({ name: 'service_id', type: 'uuid' })
  serviceId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;
}
