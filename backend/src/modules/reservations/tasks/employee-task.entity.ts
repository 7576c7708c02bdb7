import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('employee_task')
export class EmployeeTaskEntity {
  @PrimaryColumn({ type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  readonly organisationId!: string;

  @Column({ type: 'text' })
  readonly kind!: string;

  @Column({ name: 'unit_id', type: 'uuid' })
  readonly unitId!: string;

  @Column({ name: 'employee_id', type: 'uuid', nullable: true })
  readonly employeeId!: string | null;

  @Column({ name: 'reservation_id', type: 'uuid' })
  readonly reservationId!: string;

  @Column({ name: 'client_id', type: 'uuid', nullable: true })
  readonly clientId!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  readonly createdAt!: Date;

  @Column({ name: 'done_at', type: 'timestamptz', nullable: true })
  readonly doneAt!: Date | null;

  @Column({ name: 'done_by', type: 'uuid', nullable: true })
  readonly doneBy!: string | null;
}
