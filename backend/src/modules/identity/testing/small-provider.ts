import { fork } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the provider says of whoever signs in next; without a subject the person breaks off. */
export interface NextPerson {
  readonly subject: string;
  readonly acr: string;
  /** Seconds since the provider recognised the person, whatever it was asked for; unless given it has just done so. */
  readonly recognisedAgo?: number;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface SmallProvider {
  readonly issuer: string;
  /** Private key of the client, for the API's configuration. */
  readonly keyFile: string;
  next(person: NextPerson): Promise<void>;
  stop(): Promise<void>;
}

const program = join(import.meta.dirname, 'small-provider-process.ts');

/** A real identity provider on a free port that signs in, without asking, whomever the test names. */
export async function smallProvider(redirectUris: readonly string[]): Promise<SmallProvider> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const about = { kid: 'client', alg: 'ES256', use: 'sig' };
  const folder = mkdtempSync(join(tmpdir(), 'vuoro-client-key-'));
  const keyFile = join(folder, 'key.json');
  writeFileSync(keyFile, JSON.stringify({ ...privateKey.export({ format: 'jwk' }), ...about }), { mode: 0o600 });
  const publicKey = { ...createPublicKey(privateKey).export({ format: 'jwk' }), ...about };
  const settings = JSON.stringify({ publicKey, redirectUris, clientIds: ['vuoro-citizen', 'vuoro-employee'] });
  const child = fork(program, [settings], { silent: true, execArgv: [], env: { PATH: '' } });
  const [{ issuer }] = (await once(child, 'message')) as [{ issuer: string }];
  return {
    issuer,
    keyFile,
    next: async (person) => void (await fetch(`${issuer}/next`, { method: 'POST', body: JSON.stringify(person) })),
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
