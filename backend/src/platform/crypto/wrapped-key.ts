import { CiphertextRefused, keyIdOf, open } from './envelope.ts';
import type { KeyRow } from './key-rows.ts';
import { KeysUnusable, type KeyMaterial, type NamedKey } from './key-material.ts';

/** How keys were wrapped until version 0.1, when there was only one that could have wrapped them. */
const unnamedKek = 'kek';

/** What a wrapped key is bound to: it cannot be passed off as another one. */
export const contextOf = (id: string): string => `encryption_key|wrapped_key|${id}`;

/** @throws KeysUnusable when it was wrapped by a key that is not in the directory; CiphertextRefused when it was tampered with */
export function unwrapped(row: Pick<KeyRow, 'id' | 'wrapped'>, { kek }: KeyMaterial): Buffer {
  const kekId = keyIdOf(row.wrapped);
  if (kekId !== unnamedKek && !kek.all.some(({ id }) => id === kekId))
    throw new KeysUnusable(
      `The keys in the database are wrapped by ${kekId}, which is in none of kek, kek.next and kek.previous of the keys directory; put it back.`,
    );
  let last: unknown;
  for (const { id, key } of kek.all) {
    if (kekId !== unnamedKek && kekId !== id) continue;
    try {
      return open((named) => (named === kekId ? key : undefined), row.wrapped, contextOf(row.id));
    } catch (error) {
      last = error;
    }
  }
  throw last ?? new CiphertextRefused('no key');
}

/** What to wrap a new key with: what the newest is wrapped with, so that a key made between an exchange and the renaming of its files is not lost with the old one. */
export function wrappingKeyOf(rows: readonly KeyRow[], { kek }: KeyMaterial): NamedKey {
  const newest = rows.findLast(({ id }) => !id.startsWith('index-'));
  return kek.all.find(({ id }) => newest !== undefined && keyIdOf(newest.wrapped) === id) ?? kek.current;
}
