import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/index.ts';
import { BlindIndex } from '../../platform/crypto/index.ts';
import { oneIndexKey } from '../../platform/testing/index.ts';
import { OpaqueIds } from './opaque-ids.ts';

const key = (): Parameters<typeof oneIndexKey>[0] => ({ id: 'index-1', key: randomBytes(32) });
const ours = oneIndexKey(key());
const ids = new OpaqueIds(new BlindIndex(ours));
const [organisationId, readerId, subjectId, id] = [newId(), newId(), newId(), newId()];

describe('the id of an entry that its reader may not open', () => {
  it('is the same one whichever process answers', () => {
    const ofAnotherProcess = new OpaqueIds(new BlindIndex(ours));
    expect(ofAnotherProcess.of(organisationId, readerId, subjectId, id)).toBe(ids.of(organisationId, readerId, subjectId, id));
  });

  it('is another one for each reader and in each column, and for whoever has another key', () => {
    const stranger = new OpaqueIds(new BlindIndex(oneIndexKey(key())));
    const all = [
      id,
      ids.of(organisationId, readerId, subjectId, id),
      ids.of(organisationId, newId(), subjectId, id),
      ids.of(organisationId, readerId, newId(), id),
      stranger.of(organisationId, readerId, subjectId, id),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it('is a UUID of version 8', () => {
    for (let n = 0; n < 50; n += 1) {
      expect(ids.of(organisationId, readerId, subjectId, newId())).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });
});
