import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'appointment_type_unit' })
export class AppointmentTypeUnitEntity {
  @PrimaryColumn({ name: 'appointment_type_id', type: 'uuid' })
  appointmentTypeId!: string;

  @PrimaryColumn({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;
}
