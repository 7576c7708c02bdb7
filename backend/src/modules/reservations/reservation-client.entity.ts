import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reservation_client')
export class ReservationClientEntity {
  @PrimaryColumn({ type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  readonly organisationId!: string;

  @Column({ name: 'reservation_id', type: 'uuid' })
  readonly reservationId!: string;

  @Column({ name: 'client_id', type: 'uuid' })
  readonly clientId!: string;

  @Column({ type: 'text' })
  readonly role!: string;

  @Column({ type: 'boolean' })
  readonly booker!: boolean;

  @Column({ type: 'boolean' })
  readonly notify!: boolean;

  @Column({ name: 'may_cancel', type: 'boolean' })
  readonly mayCancel!: boolean;

  @Column({ name: 'interpreter_language', type: 'text', nullable: true })
  readonly interpreterLanguage!: string | null;

  @Column({ name: 'eligibility_confirmed_at', type: 'timestamptz', nullable: true })
  readonly eligibilityConfirmedAt!: Date | null;
}
