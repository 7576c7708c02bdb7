import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const keyBytes = 32;

/** The two secrets that never stand in the database; whoever has only one of database and files can read nothing. */
export abstract class KeyMaterial {
  /** Wraps the data keys. */
  abstract readonly keyEncryptionKey: Buffer;
  /** Makes blind indexes. A different key, so that an index says nothing about the key of the data. */
  abstract readonly indexKey: Buffer;
}

/**
 * Reads `kek` and `index-key` of a folder: 32 bytes each, as base64 or hexadecimal text or as they are.
 * @throws Error with the path when a file is missing or is not such a key, or when both hold the same key
 */
export function readKeyMaterial(directory: string): KeyMaterial {
  const keyEncryptionKey = readKey(join(directory, 'kek'));
  const indexKey = readKey(join(directory, 'index-key'));
  if (keyEncryptionKey.equals(indexKey)) throw new Error(`${directory}: kek and index-key must be different keys.`);
  return { keyEncryptionKey, indexKey };
}

function readKey(path: string): Buffer {
  let content: Buffer;
  try {
    content = readFileSync(path);
  } catch (error) {
    throw new Error(`The key file ${path} cannot be read.`, { cause: error });
  }
  const key = content.length === keyBytes ? content : decoded(content.toString('utf8').trim());
  if (key?.length !== keyBytes) throw new Error(`The key file ${path} must hold ${keyBytes} bytes as base64 or hexadecimal text.`);
  return key;
}

function decoded(text: string): Buffer | undefined {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : undefined;
}
