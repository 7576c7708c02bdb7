import { ApiProperty } from '@nestjs/swagger';

export class LivenessView {
  @ApiProperty({ description: 'Always "ok": a process that cannot answer does not.', enum: ['ok'], example: 'ok' })
  readonly status!: 'ok';
}

export class CheckView {
  @ApiProperty({ description: 'What was checked.', enum: ['database', 'migrations', 'timeZones', 'queue'], example: 'database' })
  readonly name!: string;

  @ApiProperty({ description: 'Whether it passed.', example: true })
  readonly ok!: boolean;

  @ApiProperty({ description: 'Why it did not pass.', type: 'string', nullable: true, example: null })
  readonly detail!: string | null;
}

export class ReadinessView {
  @ApiProperty({ description: 'Always "ok"; a process that is not ready answers 503 with the same checks.', enum: ['ok'], example: 'ok' })
  readonly status!: 'ok';

  @ApiProperty({ description: 'All checks.', type: () => [CheckView] })
  readonly checks!: readonly CheckView[];

  @ApiProperty({
    description: 'Who identifies people; a development issuer here is an alarm in production.',
    type: [String],
    example: ['https://tunnistus.example.fi'],
  })
  readonly issuers!: readonly string[];
}
