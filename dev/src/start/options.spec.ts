import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PlainError } from '../plain-error.ts';
import { readOptions } from './options.ts';

const read = (args: string[], environment: Record<string, string> = {}) => readOptions(args, environment, '/project');

test('without options it starts on port 3000 with the data in .data and the machine’s clock', () => {
  assert.deepEqual(read([]), {
    port: 3000,
    clock: null,
    reset: false,
    yes: false,
    dataDirectory: '/project/.data',
    help: false,
    besidesPort: [],
  });
});

test('options reach it also when npm has swallowed them', () => {
  assert.equal(read([], { npm_config_port: '4100' }).port, 4100);
  assert.equal(read(['--port', '4200'], { npm_config_port: '4100' }).port, 4200);
  assert.equal(read([], { npm_config_reset: 'true' }).reset, true);
});

test('what cannot be is refused with the reason', () => {
  for (const args of [
    ['--port', '80'],
    ['--port', 'x'],
    ['--port', '65533'],
    ['--clock', '2027-03-26'],
    ['--clock', '2027-13-26T08:00:00Z'],
    ['--nonsense'],
  ]) {
    assert.throws(() => read(args), PlainError, args.join(' '));
  }
});

test('a command that starts elsewhere repeats what was given, but for the port', () => {
  assert.deepEqual(read(['--port', '4000', '--data', '/srv/my data', '--reset']).besidesPort, ['--data', "'/srv/my data'", '--reset']);
  assert.deepEqual(read([]).besidesPort, []);
});
