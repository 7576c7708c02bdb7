import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parametersIn, statementsIn } from './recording.ts';

const log = [
  '2026-11-23 11:40:00.120 UTC [4711] LOG:  statement: START TRANSACTION',
  '2026-11-23 11:40:00.121 UTC [4711] LOG:  execute <unnamed>: SELECT id',
  '\t  FROM offered_time WHERE id = $1',
  "2026-11-23 11:40:00.121 UTC [4711] DETAIL:  Parameters: $1 = '0190'",
  '2026-11-23 11:40:00.122 UTC [4711] LOG:  execute <unnamed>: SELECT 1',
  '2026-11-23 11:40:00.123 UTC [4711] LOG:  statement: COMMIT',
  '2026-11-23 11:40:00.124 UTC [9] LOG:  checkpoint starting: time',
  '',
].join('\n');

describe('the server’s log', () => {
  it('gives the statements in their order, over several lines, with their parameters', () => {
    assert.deepEqual(statementsIn(log), [
      { text: 'START TRANSACTION', parameters: null },
      { text: 'SELECT id\n  FROM offered_time WHERE id = $1', parameters: ['0190'] },
      { text: 'SELECT 1', parameters: [] },
      { text: 'COMMIT', parameters: null },
    ]);
  });

  it('gives parameters with quotes, line ends, commas and nothing in them as they were', () => {
    assert.deepEqual(parametersIn(`$1 = 'it''s, $9 = ''no''', $2 = NULL, $3 = '', $4 = '{"a":\n1}'`), [
      `it's, $9 = 'no'`,
      null,
      '',
      '{"a":\n1}',
    ]);
  });
});
