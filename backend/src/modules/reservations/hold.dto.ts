import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import type { Mode } from '../appointment-types/index.ts';
import { OfficeView } from '../organisation/index.ts';
import { modes } from './mode.ts';

export class HoldTimeRequest {
  @ApiProperty({ format: 'uuid', description: 'An offered time, from the search.' })
  @IsUUID()
  readonly offeredTimeId!: string;

  @ApiProperty({ enum: modes, example: 'VISIT' })
  @IsIn(modes)
  readonly mode!: Mode;
}

/** A time kept for the signed-in browser while its form is filled in. */
export class HoldView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  offeredTimeId!: string;

  @ApiProperty({ format: 'uuid' })
  appointmentTypeId!: string;

  @ApiProperty({ example: 'eroaika' })
  appointmentTypeSlug!: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-10T14:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', example: '2026-12-10T15:30:00.000Z' })
  endsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'From then on others may take the time.' })
  expiresAt!: string;

  @ApiProperty({ description: 'It can be extended once.' })
  extended!: boolean;

  @ApiProperty({ enum: modes })
  mode!: Mode;

  @ApiProperty({ type: OfficeView })
  office!: OfficeView;
}
