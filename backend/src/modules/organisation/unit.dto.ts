import { ApiProperty } from '@nestjs/swagger';
import { localizedTextView, LocalizedTextView } from './localized-text.dto.ts';
import type { UnitRecord } from './organisation-records.ts';

export class UnitView {
  @ApiProperty({ format: 'uuid', example: '0193b2f0-0000-7000-8000-000000000001' })
  id!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The unit that it belongs to, which the reader may not know of',
  })
  parentId!: string | null;

  @ApiProperty({ enum: ['AREA', 'SERVICE_UNIT', 'OFFICE'], enumName: 'UnitKind' })
  kind!: UnitRecord['kind'];

  @ApiProperty({ example: 'POP' })
  code!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({
    enum: ['PLANNING', 'TEST', 'PILOT', 'PRODUCTION', 'CLOSED'],
    enumName: 'RolloutState',
    description: 'Citizens see PRODUCTION only',
  })
  rolloutState!: UnitRecord['rolloutState'];

  @ApiProperty({ example: 'Europe/Helsinki' })
  timeZone!: string;
}

export function unitView(unit: UnitRecord): UnitView {
  const { id, parentId, kind, code, rolloutState, timeZone } = unit;
  return { id, parentId, kind, code, name: localizedTextView(unit.name), rolloutState, timeZone };
}
