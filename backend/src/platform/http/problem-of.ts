import { HttpException } from '@nestjs/common';
import { Problem, type ProblemDefinition } from '../../kernel/problem.ts';
import { NOT_FOUND } from '../access/index.ts';
import { sqlStateOf } from '../database/index.ts';
import { BODY_TOO_LARGE, DATABASE_BUSY, INTERNAL_ERROR, MALFORMED_REQUEST, RATE_LIMITED, UNSUPPORTED_MEDIA_TYPE } from './http.problems.ts';

const byStatus: Readonly<Record<number, ProblemDefinition<never>>> = {
  400: MALFORMED_REQUEST,
  404: NOT_FOUND,
  413: BODY_TOO_LARGE,
  415: UNSUPPORTED_MEDIA_TYPE,
  429: RATE_LIMITED,
};

const retryAfterSeconds = 2;

/** Statement or lock waited too long, serialisation and deadlock beyond the retries, too many or no connections, server going down. */
const busyStates = new Set(['57014', '55P03', '25P03', '40001', '40P01', '53300', '57P01', '57P02', '57P03', '08000', '08003', '08006']);
const connectionErrors = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND']);

/** What the caller is told of anything that was thrown. What nobody foresaw says nothing but that. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) {
    const status = error.getStatus();
    // What the server of files finds wrong with a range or a condition is the caller's doing, too, and no alarm of ours.
    const definition = byStatus[status] ?? (status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR);
    return new Problem(definition, { cause: error });
  }
  if (isBusy(error)) return new Problem(DATABASE_BUSY, { retryAfterSeconds, cause: error });
  return new Problem(INTERNAL_ERROR, { cause: error });
}

function isBusy(error: unknown): boolean {
  const state = sqlStateOf(error) ?? codeOf(error);
  if (state !== undefined && (busyStates.has(state) || connectionErrors.has(state))) return true;
  // The pool gives these without a code: no free connection in time, or a connection that died in the middle.
  return error instanceof Error && /^(timeout exceeded when trying to connect|Connection terminated)/.test(error.message);
}

function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
