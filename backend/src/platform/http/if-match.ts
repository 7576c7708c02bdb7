import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { Request } from 'express';
import { Problem } from '../../kernel/problem.ts';
import { IF_MATCH_INVALID, IF_MATCH_MISSING, VERSION_CONFLICT } from './http.problems.ts';
import { documentProblems, onHandler } from './openapi/api-problems.ts';

/** The version in an If-Match header. @throws Problem IF_MATCH_MISSING, IF_MATCH_INVALID */
export function versionFrom(header: string | undefined): number {
  if (header === undefined || header.trim() === '') throw new Problem(IF_MATCH_MISSING);
  const [, version] = /^"(\d{1,9})"$/.exec(header.trim()) ?? [];
  if (version === undefined) throw new Problem(IF_MATCH_INVALID);
  return Number(version);
}

/** The version that the caller has seen and wants to change; documents header and problems of the route. */
export const IfMatch: () => ParameterDecorator = createParamDecorator(
  (_data: unknown, context: ExecutionContext) => versionFrom(context.switchToHttp().getRequest<Request>().headers['if-match']),
  [
    onHandler(
      ApiHeader({
        name: 'If-Match',
        description: 'ETag of the version that was read.',
        required: true,
        schema: { type: 'string' },
        example: '"3"',
      }),
    ),
    onHandler(documentProblems(IF_MATCH_MISSING.code, IF_MATCH_INVALID.code, VERSION_CONFLICT.code)),
  ],
);
