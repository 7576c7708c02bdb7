import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { localizedTextView, LocalizedTextView } from '../organisation/index.ts';
import type { RoomRecord } from './resource-records.ts';

export class RoomsQuery {
  @ApiProperty({ required: false, format: 'uuid', description: 'Only the rooms of this unit' })
  @MayBeAbsent()
  @IsUUID()
  readonly unitId?: string;
}

export class RoomView {
  @ApiProperty({ format: 'uuid', description: 'Also the id of the calendar column', example: '0193b2f0-0000-7000-8000-000000000003' })
  id!: string;

  @ApiProperty({ example: 'POP-201' })
  code!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ format: 'uuid' })
  unitId!: string;

  @ApiProperty({ type: 'integer', description: 'Seats', example: 4 })
  capacity!: number;

  @ApiProperty({ type: [String], example: ['INDUCTION_LOOP'] })
  features!: string[];
}

export function roomView(room: RoomRecord): RoomView {
  const { id, code, unitId, capacity } = room;
  return { id, code, name: localizedTextView(room.name), unitId, capacity, features: [...room.features] };
}
