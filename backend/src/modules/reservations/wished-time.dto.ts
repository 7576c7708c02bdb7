import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID, Matches } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { languagePattern, modes, type Mode } from '../appointment-types/index.ts';

/** The time that a citizen takes, and by whom it was looked for: what is given instead keeps to that. */
export class WishedTimeRequest {
  @ApiProperty({ format: 'uuid', description: 'An offered time, from the search.' })
  @IsUUID()
  readonly offeredTimeId!: string;

  @ApiProperty({ enum: modes, description: 'How it takes place: one of the modes of the type.', example: 'VISIT' })
  @IsIn(modes)
  readonly mode!: Mode;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'By whom it was searched: nobody else comes instead when somebody was quicker, and the alternatives are of this employee.',
  })
  @MayBeAbsent()
  @IsUUID()
  readonly employeeId?: string;

  @ApiProperty({
    required: false,
    pattern: languagePattern,
    description: 'In which language it was searched (ISO 639): so are the alternatives, and whoever comes instead.',
    example: 'sv',
  })
  @MayBeAbsent()
  @Matches(new RegExp(languagePattern))
  readonly language?: string;
}
