import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type pg from 'pg';
import { recordTwice, Replay, type Recorded } from './replay.ts';

const id = (digit: number): string => `00000000-0000-7000-8000-00000000000${digit}`;
const [unit, aino, veikko, ofAino, ofVeikko] = [id(1), id(2), id(3), id(4), id(5)];

function booking(client: string, reservation: string, more: readonly string[] = []): Recorded {
  return {
    particulars: { client },
    statements: [
      { text: 'START TRANSACTION', parameters: null },
      { text: 'INSERT $1, $2, $3', parameters: [reservation, `{"unit":"${unit}","by":"${client}"}`, null] },
      { text: 'INSERT $1', parameters: [`{${reservation},${unit}}`] },
      ...more.map((text) => ({ text, parameters: null })),
      { text: 'COMMIT', parameters: null },
    ],
  };
}

async function runOf(replay: Replay, particulars: Record<string, string>): Promise<unknown[]> {
  const sent: unknown[] = [];
  await replay.run(
    {
      query: (...given: unknown[]) => {
        sent.push(given);
        return Promise.resolve();
      },
    } as unknown as pg.Client,
    particulars,
  );
  return sent;
}

describe('repeating a recorded request', () => {
  it('puts in the particulars, one new id for each that the product made, and leaves the rest', async () => {
    const replay = new Replay(booking(aino, ofAino), booking(veikko, ofVeikko), () => id(9));
    assert.deepEqual(await runOf(replay, { client: id(7) }), [
      ['START TRANSACTION'],
      ['INSERT $1, $2, $3', [id(9), `{"unit":"${unit}","by":"${id(7)}"}`, null]],
      ['INSERT $1', [`{${id(9)},${unit}}`]],
      ['COMMIT'],
    ]);
  });

  it('makes other ids each time', async () => {
    let made = 5;
    const replay = new Replay(booking(aino, ofAino), booking(veikko, ofVeikko), () => id((made += 1)));
    assert.notDeepEqual(await runOf(replay, { client: aino }), await runOf(replay, { client: aino }));
  });

  it('is refused when the product ran other statements the second time', () => {
    assert.throws(() => new Replay(booking(aino, ofAino), booking(veikko, ofVeikko, ['SELECT 1']), () => id(9)), /different statements/);
  });

  it('is refused when two transactions are mixed', () => {
    const mixed = [booking(aino, ofAino, ['BEGIN', 'COMMIT']), booking(veikko, ofVeikko, ['BEGIN', 'COMMIT'])] as const;
    assert.throws(() => new Replay(...mixed, () => id(9)), /mixes transactions/);
  });
});

describe('recording', () => {
  const plain = booking(aino, ofAino);
  const withCache = booking(aino, ofAino, ['SELECT organisation']);
  const giving = (...given: readonly Recorded[]): (() => Promise<Recorded>) => {
    const left = [...given];
    return () => Promise.resolve(left.shift() ?? plain);
  };

  it('goes on until two in a row agree', async () => {
    assert.deepEqual(await recordTwice(giving(plain, withCache, plain, plain)), [plain, plain]);
  });

  it('gives up when the statements are others each time', async () => {
    await assert.rejects(recordTwice(giving(plain, withCache, plain, withCache)), /other statements each time/);
  });
});
