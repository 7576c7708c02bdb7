import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseUnlessDevelopment } from './interlocks.ts';

function starts(environment: Record<string, string>, address: string): boolean {
  try {
    refuseUnlessDevelopment(environment, address);
    return true;
  } catch {
    return false;
  }
}

test('of 64 environments the provider starts in the safe ones only', () => {
  let count = 0;
  for (const mode of [undefined, 'development', 'test', 'production']) {
    for (const address of ['127.0.0.1', '0.0.0.0']) {
      for (const url of [undefined, 'http://tyollisyys.localhost:3000', 'https://asiointi.example.fi', 'https://localhost.example.fi']) {
        for (const host of [undefined, 'tyo.example.fi']) {
          const environment = Object.fromEntries(
            Object.entries({ NODE_ENV: mode, PUBLIC_URL: url, PUBLIC_HOST: host }).filter(([, value]) => value !== undefined),
          ) as Record<string, string>;
          const safe =
            mode !== 'production' && address === '127.0.0.1' && (url === undefined || url.includes('.localhost:')) && host === undefined;
          assert.equal(starts(environment, address), safe, JSON.stringify({ environment, address }));
          count += 1;
        }
      }
    }
  }
  assert.equal(count, 64);
});
