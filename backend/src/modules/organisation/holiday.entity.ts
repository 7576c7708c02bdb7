import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalDate, LocalizedText } from '../../kernel/index.ts';
import type { ClosedDayKind } from './organisation-records.ts';

@Entity({ name: 'holiday' })
export class HolidayEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'unit_id', type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ name: 'on_date', type: 'date' })
  onDate!: LocalDate;

  @Column({ name: 'kind', type: 'text' })
  kind!: ClosedDayKind;

  @Column({ name: 'name', type: 'jsonb' })
  name!: LocalizedText;
}
