import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { LONGEST_INTERNAL_NOTE } from './internal-note.ts';

export class ChangeInternalNoteRequest {
  @ApiProperty({
    maxLength: LONGEST_INTERNAL_NOTE,
    example: 'Client uses a wheelchair: book the lift.',
    description:
      'The whole note as it shall be; empty takes it away. Only what the service needs: the client may ask to see what is recorded.',
  })
  @IsString()
  @MaxLength(LONGEST_INTERNAL_NOTE)
  readonly internalNote!: string;
}
