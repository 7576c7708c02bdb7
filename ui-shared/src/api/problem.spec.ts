import { describe, expect, it } from '@jest/globals';
import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { ApiProblem, problemOf } from './problem';

function answer(status: number, error: unknown, headers: Record<string, string> = {}): HttpErrorResponse {
  return new HttpErrorResponse({ status, error, headers: new HttpHeaders(headers) });
}

describe('what an API call fails with', () => {
  it('carries the code, the parameters and the alternatives of a taken time', () => {
    const problem = problemOf(
      answer(409, {
        code: 'TIME_TAKEN',
        title: 'The time was taken',
        params: { minutes: 90, nested: {} },
        alternatives: [{ startsAt: '2026-12-10T14:00:00Z' }],
        requestId: 'r-1',
      }),
    );
    expect(problem).toMatchObject({ status: 409, code: 'TIME_TAKEN', params: { minutes: 90 }, requestId: 'r-1' });
    expect(problem.alternatives).toHaveLength(1);
    expect(problem.retryable).toBe(false);
  });

  it('reads a problem that arrives as text', () => {
    expect(problemOf(answer(422, '{"code":"TOO_LATE"}')).code).toBe('TOO_LATE');
  });

  it('leaves out field errors that name no field', () => {
    const errors = [{ pointer: '/phone', code: 'PHONE_INVALID' }, { code: 'LOST' }, 'noise'];
    expect(problemOf(answer(400, { code: 'REQUEST_INVALID', errors })).errors).toEqual([errors[0]]);
  });

  it('tells a lost connection from a refusal', () => {
    const problem = problemOf(answer(0, new ProgressEvent('error')));
    expect(problem).toMatchObject({ code: 'NETWORK_UNREACHABLE', retryable: true });
  });

  it('keeps the request id and the waiting time of a page that a proxy wrote', () => {
    const problem = problemOf(answer(503, '<html>', { 'Retry-After': '7', 'X-Request-Id': 'r-2' }));
    expect(problem).toMatchObject({ code: 'UNEXPECTED_ANSWER', retryAfterSeconds: 7, requestId: 'r-2' });
  });

  it('is found inside the error that a resource wraps around it', () => {
    const inner = new ApiProblem({ status: 404, code: 'NOT_FOUND' });
    expect(problemOf(new Error('wrapped', { cause: inner }))).toBe(inner);
  });
});
