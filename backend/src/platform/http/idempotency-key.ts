import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_MISSING } from './http.problems.ts';
import { documentProblems, onHandler } from './openapi/api-problems.ts';

/** A UUID does; so does anything else that is unguessable enough not to meet another of the same person's keys. */
const keyForm = /^[A-Za-z0-9_-]{16,100}$/;

/** @throws Problem IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_INVALID */
function idempotencyKeyFrom(header: string | string[] | undefined): string {
  if (header === undefined || header === '') throw new Problem(IDEMPOTENCY_KEY_MISSING);
  if (typeof header !== 'string' || !keyForm.test(header)) throw new Problem(IDEMPOTENCY_KEY_INVALID);
  return header;
}

/** The caller's key for a request that creates something; documents header and problems of the route. */
export const IdempotencyKey: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) =>
    idempotencyKeyFrom(context.switchToHttp().getRequest<Request>().headers['idempotency-key']),
  [
    onHandler(
      ApiHeader({
        name: 'Idempotency-Key',
        description:
          'Chosen by the caller, new for each intention; repeating a request with the same key within 48 hours gives the same answer and does nothing twice.',
        required: true,
        schema: { type: 'string', minLength: 16, maxLength: 100, pattern: '^[A-Za-z0-9_-]+$' },
        example: '5f0c8c1e-2f0b-4e0e-9d0e-5b3f3a3c7a11',
      }),
    ),
    onHandler(
      documentProblems(
        IDEMPOTENCY_KEY_MISSING.code,
        IDEMPOTENCY_KEY_INVALID.code,
        'IDEMPOTENCY_KEY_REUSED',
        'IDEMPOTENCY_IN_PROGRESS',
        'RIGHTS_CHANGED',
      ),
    ),
  ],
);
