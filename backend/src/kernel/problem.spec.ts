import { describe, expect, it } from '@jest/globals';
import { allProblems, defineProblems, Problem } from './problem.ts';
import { ALLOWED, refused, refuseUnless, type Verdict } from './verdict.ts';

const { TOO_LATE_TO_CANCEL, TIME_TAKEN } = defineProblems('trial', {
  TOO_LATE_TO_CANCEL: {
    status: 422,
    title: 'Too late to cancel',
    detail: 'Cancelling ends {hours} hours before {what}; {hours} is too few.',
  },
  TIME_TAKEN: { status: 409, title: 'Time taken', detail: 'Somebody else booked this time.' },
});

describe('a problem', () => {
  it('says its English detail with the parameters filled in', () => {
    const problem = new Problem(TOO_LATE_TO_CANCEL, { params: { hours: 24, what: 'the appointment' } });
    expect(problem.detail).toBe('Cancelling ends 24 hours before the appointment; 24 is too few.');
    expect(problem.params).toEqual({ hours: 24, what: 'the appointment' });
    expect([problem.code, problem.status]).toEqual(['TOO_LATE_TO_CANCEL', 422]);
  });

  it('without parameters needs none, and carries what it is given for the response', () => {
    const cause = new Error('exclusion constraint');
    const problem = new Problem(TIME_TAKEN, { extensions: { alternatives: [] }, retryAfterSeconds: 2, cause });
    expect(problem.message).toBe('Somebody else booked this time.');
    expect(problem).toMatchObject({ extensions: { alternatives: [] }, retryAfterSeconds: 2, cause });
    expect(problem).not.toHaveProperty('errors');
  });

  it('is documented with its module and the names of its parameters, in the order of codes', () => {
    const mine = allProblems().filter(({ module }) => module === 'trial');
    expect(mine.map(({ code, params }) => [code, params])).toEqual([
      ['TIME_TAKEN', []],
      ['TOO_LATE_TO_CANCEL', ['hours', 'what']],
    ]);
  });

  it('has a code that no other module has', () => {
    expect(() => defineProblems('another', { TIME_TAKEN: { status: 409, title: 'Taken', detail: 'Taken.' } })).toThrow(
      /already defined by trial/,
    );
  });

  it('has a code in capitals', () => {
    expect(() => defineProblems('another', { timeTaken: { status: 409, title: 'Taken', detail: 'Taken.' } })).toThrow(/UPPER_SNAKE_CASE/);
  });
});

describe('a verdict', () => {
  const problems = { TOO_LATE: TOO_LATE_TO_CANCEL, TAKEN: TIME_TAKEN };
  type Reason = keyof typeof problems;

  it('lets pass what is allowed', () => {
    expect(() => refuseUnless<Reason>(ALLOWED, problems)).not.toThrow();
  });

  it('becomes the problem of its reason, with its parameters', () => {
    const verdict: Verdict<Reason> = refused('TOO_LATE', { hours: 12, what: 'the meeting' });
    expect(() => refuseUnless(verdict, problems)).toThrow('Cancelling ends 12 hours before the meeting; 12 is too few.');
  });
});
