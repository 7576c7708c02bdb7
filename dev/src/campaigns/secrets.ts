import { createHash, createHmac, randomBytes } from 'node:crypto';
import { seal } from '../../../backend/src/platform/crypto/envelope.ts';
import { readKeyMaterial, type KeyMaterial } from '../../../backend/src/platform/crypto/key-material.ts';

/**
 * Writes secrets as the product does, for rows that a campaign makes by hundreds: encrypted contacts and session cookies.
 * Where the product's form changes, the campaign's first request fails with 401, and its first message is skipped.
 */
export class Secrets {
  /** Row of `encryption_key`, to be there before the product starts. */
  readonly keyRow: { readonly id: string; readonly wrapped: string };
  private readonly material: KeyMaterial;
  private readonly dataKey = randomBytes(32);
  private readonly organisationId: string;

  constructor(keysDirectory: string, organisationId: string) {
    this.material = readKeyMaterial(keysDirectory);
    this.organisationId = organisationId;
    const kek = this.material.kek.current;
    const id = `data-${randomBytes(6).toString('hex')}`;
    this.keyRow = { id, wrapped: seal(kek.key, kek.id, this.dataKey, `encryption_key|wrapped_key|${id}`) };
  }

  encrypted(table: string, column: string, rowId: string, text: string): string {
    return seal(this.dataKey, this.keyRow.id, Buffer.from(text), `${table}|${column}|${rowId}`);
  }

  index(kind: 'phone' | 'email', text: string): string {
    const { id, key } = this.material.indexKey.current;
    return `${id}.${createHmac('sha256', key).update(`index|${kind}|${this.organisationId}|`).update(text).digest('hex')}`;
  }

  /** A new citizen session: what its row is found by, and the `Cookie` header of its browser. */
  session(): { readonly idHash: string; readonly cookie: string } {
    const id = randomBytes(32).toString('base64url');
    const secret = createHmac('sha256', this.material.indexKey.current.key)
      .update('fingerprint|session-cookie|CITIZEN||')
      .update('v1')
      .digest('hex');
    const signature = createHmac('sha256', secret).update(id).digest('base64').replace(/=+$/, '');
    return {
      idHash: createHash('sha256').update(id).digest('hex'),
      cookie: `__Host-asiointi=${encodeURIComponent(`s:${id}.${signature}`)}`,
    };
  }
}
