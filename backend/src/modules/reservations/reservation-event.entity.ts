import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('reservation_event')
export class ReservationEventEntity {
  @PrimaryColumn({ type: 'uuid' })
  readonly id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  readonly organisationId!: string;

  @Column({ name: 'reservation_id', type: 'uuid' })
  readonly reservationId!: string;

  @Column({ type: 'text' })
  readonly kind!: string;

  @Column({ type: 'timestamptz' })
  readonly at!: Date;

  @Column({ name: 'actor_kind', type: 'text' })
  readonly actorKind!: string;

  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  readonly actorId!: string | null;

  @Column({ name: 'actor_name', type: 'text', nullable: true })
  readonly actorName!: string | null;

  @Column({ type: 'integer' })
  readonly version!: number;

  @Column({ type: 'jsonb' })
  readonly details!: Readonly<Record<string, string | number | boolean | null>>;
}
