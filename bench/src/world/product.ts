import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type pg from 'pg';

/** The root of the repository. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Where the bench compiles the backend to. */
export const BACKEND = fileURLToPath(new URL('../../.cache/backend/', import.meta.url));

interface FieldCipher {
  encrypt(plain: string, place: { table: string; column: string; rowId: string }): string;
}

interface BlindIndex {
  of(kind: 'identity-code' | 'phone' | 'email', organisationId: string, normalised: string): string;
}

/** The product's own code for what only it can make: ids, ciphertexts that it can read, cookies that it accepts. */
export interface Product {
  newId(): string;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  /** A session that only its row is missing of: `cookie` is what the browser would send, `hash` is the row's key. */
  newCitizenSession(): { readonly cookie: string; readonly hash: string };
}

/** What is used of the compiled backend. Its sources cannot be imported here: Node does not run decorators. */
interface Compiled {
  readonly kernel: { newId(): string; SystemClock: new () => object };
  readonly keyring: { Keyring: new (transactions: object, clock: object, files: object) => { load(): Promise<void> } };
  readonly material: { keyFilesOf(directory: string): object };
  readonly cipher: { FieldCipher: new (keyring: object) => FieldCipher };
  readonly blindIndex: { BlindIndex: new (keyring: object) => BlindIndex };
  readonly sessionId: { newSessionId(): string; sessionHash(id: string): string };
  readonly cookies: { SessionCookies: new (blindIndex: BlindIndex) => { headerOf(surface: 'CITIZEN', id: string): string } };
}

/** Loads it from what the bench compiled; the data keys are made in the database when there are none yet. */
export async function loadProduct(admin: pg.Client, keysDirectory: string): Promise<Product> {
  const { kernel, keyring, material, cipher, blindIndex, sessionId, cookies } = await loadCompiled();
  const tx = { query: async (sql: string, parameters?: unknown[]): Promise<unknown> => (await admin.query(sql, parameters)).rows };
  const ring = new keyring.Keyring(
    { system: (work: (given: typeof tx) => Promise<void>) => work(tx) },
    new kernel.SystemClock(),
    material.keyFilesOf(keysDirectory),
  );
  await ring.load();
  const index = new blindIndex.BlindIndex(ring);
  const sessionCookies = new cookies.SessionCookies(index);
  return {
    newId: kernel.newId,
    cipher: new cipher.FieldCipher(ring),
    blindIndex: index,
    newCitizenSession() {
      const id = sessionId.newSessionId();
      return { cookie: sessionCookies.headerOf('CITIZEN', id), hash: sessionId.sessionHash(id) };
    },
  };
}

async function loadCompiled(): Promise<Compiled> {
  const load = <T>(path: string): Promise<T> => import(pathToFileURL(join(BACKEND, path)).href) as Promise<T>;
  // Decorators ask for it; the entry points of the product import it by way of Nest.
  await import(import.meta.resolve('reflect-metadata'));
  const [kernel, keyring, material, cipher, blindIndex, sessionId, cookies] = await Promise.all([
    load<Compiled['kernel']>('kernel/index.js'),
    load<Compiled['keyring']>('platform/crypto/keyring.js'),
    load<Compiled['material']>('platform/crypto/key-material.js'),
    load<Compiled['cipher']>('platform/crypto/field-cipher.js'),
    load<Compiled['blindIndex']>('platform/crypto/blind-index.js'),
    load<Compiled['sessionId']>('modules/identity/session-id.js'),
    load<Compiled['cookies']>('modules/identity/session-cookies.js'),
  ]);
  return { kernel, keyring, material, cipher, blindIndex, sessionId, cookies };
}

/** The same id for the same name in every run; version 8, since its time is nobody's. */
export function fixedId(name: string): string {
  const hex = createHash('md5').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
