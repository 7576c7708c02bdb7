import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;

/** The keys cannot be used as they are; the message is one sentence for whoever runs the product. */
export class KeysUnusable extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'KeysUnusable';
  }
}

/** A key and the name by which the database knows it: made from the key, so that no file says it, and nothing of the key can be told from it. */
export interface NamedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** One kind of key: the file, and during an exchange the one that comes beside it. */
export interface KeyFileSet {
  readonly path: string;
  /** `<name>`; while an operator renames files, whichever is there. */
  readonly current: NamedKey;
  /** `<name>.next`: known, and not used before an exchange begins. */
  readonly next: NamedKey | null;
  /** These and `<name>.previous`: whatever may be read with. */
  readonly all: readonly NamedKey[];
}

/** The two secrets that never stand in the database; whoever has only one of database and files can read nothing. */
export interface KeyMaterial {
  /** Wraps the data keys. */
  readonly kek: KeyFileSet;
  /** Makes blind indexes. A different key, so that an index says nothing about the key of the data. */
  readonly indexKey: KeyFileSet;
}

/** Where the secrets lie. They are read again while the product runs, since an operator exchanges them meanwhile. */
export abstract class KeyFiles {
  /** @throws KeysUnusable with the path when a file is missing or is not such a key, or when `kek` and `index-key` are the same */
  abstract read(): KeyMaterial;
}

/** The files `kek` and `index-key` of a folder: 32 bytes each, as base64 or hexadecimal text or as they are. */
export function keyFilesOf(directory: string): KeyFiles {
  return { read: () => readKeyMaterial(directory) };
}

/** @throws KeysUnusable as `KeyFiles.read` */
export function readKeyMaterial(directory: string): KeyMaterial {
  const kek = readSet(directory, 'kek', 'kek');
  const indexKey = readSet(directory, 'index-key', 'index');
  const shared = kek.all.find(({ key }) => indexKey.all.some((other) => other.key.equals(key)));
  if (shared !== undefined) throw new KeysUnusable(`${directory}: kek and index-key must be different keys.`);
  return { kek, indexKey };
}

function readSet(directory: string, name: string, purpose: string): KeyFileSet {
  const path = join(directory, name);
  const [file, next, previous] = ['', '.next', '.previous'].map((suffix) => readKey(`${path}${suffix}`, purpose)) as (NamedKey | null)[];
  const all = [file, next, previous].filter((key) => key !== null && key !== undefined);
  const [current] = all;
  if (current === undefined) throw new KeysUnusable(`The key file ${path} is missing.`);
  return { path, current, next: next ?? null, all };
}

function readKey(path: string, purpose: string): NamedKey | null {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') return null;
    throw new KeysUnusable(`The key file ${path} cannot be read.`, error);
  }
  const key = content.length === keyBytes ? content : decoded(content.toString('utf8').trim());
  if (key?.length !== keyBytes) throw new KeysUnusable(`The key file ${path} must hold ${keyBytes} bytes as base64 or hexadecimal text.`);
  return { id: `${purpose}-${createHmac('sha256', key).update('vuoro key id').digest('hex').slice(0, 12)}`, key };
}

function decoded(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
