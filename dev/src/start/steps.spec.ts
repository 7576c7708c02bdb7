import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Steps } from './steps.ts';

test('a step that takes long tells every five seconds how far it has come', async () => {
  mock.timers.enable({ apis: ['setInterval'] });
  const lines: string[] = [];
  await new Steps((line) => lines.push(line)).run('Filling', (tell) => {
    mock.timers.tick(5000);
    tell('day 12 of 63');
    mock.timers.tick(5000);
    return Promise.resolve();
  });
  mock.timers.reset();
  assert.deepEqual(
    lines.map((line) => line.replace(/ \([\d.]+ s\)/, '')),
    ['  … Filling', '  … Filling: day 12 of 63', '  ✓ Filling'],
  );
});

test('a step that fails says so, and tells nothing afterwards', async () => {
  const lines: string[] = [];
  await assert.rejects(
    new Steps((line) => lines.push(line)).run('Building', () => Promise.reject(new Error('broken'))),
    /broken/,
  );
  assert.match(lines.join(), /^ {2}✗ Building/);
});
