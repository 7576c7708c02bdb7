import { ApiProperty } from '@nestjs/swagger';
import type { Problem } from '../../kernel/problem.ts';

/** One wrong field of a request. */
export class FieldErrorView {
  @ApiProperty({ description: 'JSON pointer to the field; for a query the name of the parameter after the slash.', example: '/startsAt' })
  readonly pointer!: string;

  @ApiProperty({ description: 'Stable code of the broken rule.', example: 'TOO_LONG' })
  readonly code!: string;

  @ApiProperty({
    description: 'Values for the text, for example the greatest length.',
    selfRequired: false,
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    example: { max: 500 },
  })
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The body of every answer from 400 upwards (RFC 9457, `application/problem+json`). */
export class ProblemView {
  @ApiProperty({ description: 'Identifies the kind of problem; its end is the code.', example: 'urn:vuoro:problem:VALIDATION_FAILED' })
  readonly type!: string;

  @ApiProperty({ description: 'The kind of problem in a few English words.', example: 'Invalid values' })
  readonly title!: string;

  @ApiProperty({ description: 'HTTP status.', type: 'integer', example: 400 })
  readonly status!: number;

  @ApiProperty({ description: 'What happened, in English, for developers.', example: 'Some values are missing or wrong.' })
  readonly detail!: string;

  @ApiProperty({ description: 'Stable code; user interfaces show their own text for it.', example: 'VALIDATION_FAILED' })
  readonly code!: string;

  @ApiProperty({ description: 'What support needs to find this request in the log.', example: '019ab0c2-6f0e-7c3a-9d54-2f6b8a1e7d10' })
  readonly requestId!: string;

  @ApiProperty({
    description: 'Values for the text.',
    selfRequired: false,
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
  })
  readonly params?: Readonly<Record<string, string | number>>;

  @ApiProperty({ description: 'The wrong fields.', required: false, type: () => [FieldErrorView] })
  readonly errors?: readonly FieldErrorView[];
}

/** How a problem looks on the wire; its cause stays inside. */
export function problemView(problem: Problem, requestId: string): ProblemView & Readonly<Record<string, unknown>> {
  return {
    ...problem.extensions,
    type: `urn:vuoro:problem:${problem.code}`,
    title: problem.definition.title,
    status: problem.status,
    detail: problem.detail,
    code: problem.code,
    requestId,
    ...(problem.params === undefined ? {} : { params: problem.params }),
    ...(problem.errors === undefined ? {} : { errors: problem.errors }),
  };
}
