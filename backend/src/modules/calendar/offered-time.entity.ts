import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience, OfferedTimeState, WithdrawalCause } from './calendar-types.ts';

@Entity({ name: 'offered_time' })
export class OfferedTimeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'employee_id', type: 'uuid' })
  employeeId!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  unitId!: string;

  @Column({ name: 'service_id', type: 'uuid' })
  serviceId!: string;

  @Column({ name: 'appointment_type_id', type: 'uuid' })
  appointmentTypeId!: string;

  @Column({ name: 'starts_at', type: 'timestamptz' })
  startsAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  @Column({ name: 'capacity', type: 'smallint' })
  capacity!: number;

  @Column({ name: 'taken', type: 'smallint' })
  taken!: number;

  @Column({ name: 'block_id', type: 'uuid' })
  blockId!: string;

  @Column({ name: 'state', type: 'text' })
  state!: OfferedTimeState;

  @Column({ name: 'withdrawn_because', type: 'text', nullable: true })
  withdrawnBecause!: WithdrawalCause | null;

  @Column({ name: 'held_until', type: 'timestamptz', nullable: true })
  heldUntil!: Date | null;

  @Column({ name: 'audience', type: 'text' })
  audience!: Audience;

  @Column({ name: 'publish_at', type: 'timestamptz', nullable: true })
  publishAt!: Date | null;

  @Column({ name: 'template_application_id', type: 'uuid', nullable: true })
  templateApplicationId!: string | null;

  @Column({ name: 'version', type: 'integer' })
  version!: number;
}
