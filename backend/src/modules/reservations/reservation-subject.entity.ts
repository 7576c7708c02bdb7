import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reservation_subject')
export class ReservationSubjectEntity {
  @PrimaryColumn({ name: 'reservation_id', type: 'uuid' })
  readonly reservationId!: string;

  @PrimaryColumn({ name: 'subject_id', type: 'uuid' })
  readonly subjectId!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  readonly organisationId!: string;

  @Column({ type: 'text' })
  readonly role!: string;
}
