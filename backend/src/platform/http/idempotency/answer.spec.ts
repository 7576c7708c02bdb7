import { describe, expect, it } from '@jest/globals';
import { defineProblems, Problem } from '../../../kernel/problem.ts';
import { problemView } from '../problem-view.ts';
import { problemOf, refusalOf, type Answer } from './answer.ts';

const { ANSWER_TOO_LATE, ANSWER_TAKEN } = defineProblems('idempotency-answer-spec', {
  ANSWER_TOO_LATE: { status: 409, title: 'Too late', detail: 'It had to be done by {until}.' },
  ANSWER_TAKEN: { status: 409, title: 'Taken', detail: 'Somebody was quicker.' },
});

const storedAndReadAgain = (problem: Problem): Problem =>
  problemOf(JSON.parse(JSON.stringify(refusalOf(problem))) as Extract<Answer, { kind: 'refusal' }>);

describe('a refusal that is given again', () => {
  it.each([
    ['with values for its text', new Problem(ANSWER_TOO_LATE, { params: { until: '2026-12-01T08:00:00.000Z' } })],
    ['without any', new Problem(ANSWER_TAKEN)],
    ['with alternatives', new Problem(ANSWER_TAKEN, { extensions: { alternatives: [{ id: '1' }] } })],
    ['with wrong fields', new Problem(ANSWER_TAKEN, { errors: [{ pointer: '/note', code: 'TOO_LONG' }] })],
  ])('%s looks to the caller exactly as the first time', (_what, problem) => {
    expect(problemView(storedAndReadAgain(problem), 'request')).toEqual(problemView(problem, 'request'));
    expect(Object.keys(problemView(storedAndReadAgain(problem), 'request'))).toEqual(Object.keys(problemView(problem, 'request')));
  });
});
