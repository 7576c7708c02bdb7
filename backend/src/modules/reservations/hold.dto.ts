import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { languagePattern, modes, type Mode } from '../appointment-types/index.ts';
import { OfficeView } from '../organisation/index.ts';
import { wishedEmployee, wishedLanguage } from './wish.dto.ts';

export class HoldTimeRequest {
  @ApiProperty({ format: 'uuid', description: 'An offered time, from the search.' })
  @IsUUID()
  readonly offeredTimeId!: string;

  @ApiProperty({ enum: modes, description: 'How it is to take place: one of the modes of the type.', example: 'VISIT' })
  @IsIn(modes)
  readonly mode!: Mode;

  @ApiProperty(wishedEmployee)
  @MayBeAbsent()
  @IsUUID()
  readonly employeeId?: string;

  @ApiProperty(wishedLanguage)
  @MayBeAbsent()
  @Matches(new RegExp(languagePattern))
  readonly language?: string;
}

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
