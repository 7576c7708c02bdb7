import { ApiProperty } from '@nestjs/swagger';
import { modes, type Mode } from '../appointment-types/index.ts';
import { OfficeView } from '../organisation/index.ts';
import { WishedTimeRequest } from './wished-time.dto.ts';

export class HoldTimeRequest extends WishedTimeRequest {}

/** A time kept for the signed-in browser while its form is filled in. */
export class HoldView {
  @ApiProperty({ format: 'uuid', description: 'Id of the hold.' })
  id!: string;

  @ApiProperty({ format: 'uuid', description: 'The offered time that is held.' })
  offeredTimeId!: string;

  @ApiProperty({ format: 'uuid', description: 'Its type.' })
  appointmentTypeId!: string;

  @ApiProperty({ description: 'The type’s name in addresses.', example: 'eroaika' })
  appointmentTypeSlug!: string;

  @ApiProperty({ format: 'date-time', description: 'When the time begins.', example: '2026-12-10T14:00:00.000Z' })
  startsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'When the time ends.', example: '2026-12-10T15:30:00.000Z' })
  endsAt!: string;

  @ApiProperty({ format: 'date-time', description: 'From then on others may take the time.' })
  expiresAt!: string;

  @ApiProperty({ description: 'It can be extended once.' })
  extended!: boolean;

  @ApiProperty({ enum: modes, description: 'How it is to take place.' })
  mode!: Mode;

  @ApiProperty({ type: OfficeView, description: 'Where to come.' })
  office!: OfficeView;
}
