import type { DataSource } from 'typeorm';
import { keyIdOf, seal } from './envelope.ts';
import type { ExchangeLock } from './exchange-lock.ts';
import type { Say } from './exchange-steps.ts';
import { KeysUnusable, type KeyFiles, type NamedKey } from './key-material.ts';
import { readKeyRows } from './key-rows.ts';
import { contextOf, unwrapped } from './wrapped-key.ts';

/**
 * Wraps every key in the database anew by `kek.next`. Running processes have the keys in memory and read both files, so they notice nothing.
 * All keys are wrapped in one transaction: there is no state in the middle.
 */
export class RotateKek {
  constructor(
    /** As the owner of the schema: the application may not change a key, since that could destroy what the key encrypts. */
    private readonly owner: DataSource,
    private readonly files: KeyFiles,
    private readonly lock: ExchangeLock,
  ) {}

  /** @throws KeysUnusable in one sentence for the operator */
  async execute({ say }: { readonly say: Say }): Promise<void> {
    await this.lock.during(async () => {
      const material = this.files.read();
      const { path, next } = material.kek;
      if (next === null) throw new KeysUnusable(`${path}.next is missing: put the new key there, on every host, and begin again.`);
      if (material.kek.all.some((other) => other !== next && other.id === next.id))
        throw new KeysUnusable(
          `${path}.next is a copy of another kek in the same directory; make a new key, or delete it if the exchange is done.`,
        );
      const wrapped = await this.wrapAll(next);
      say(
        wrapped === 0
          ? `Every key is wrapped by ${next.id}, which is kek.next, already.`
          : `${wrapped} keys are wrapped anew by ${next.id}, which is kek.next.`,
      );
      say('Now, on every host: rename kek to kek.previous, then kek.next to kek.');
      say('Then move kek.previous away from the hosts, to the backups of before: they cannot be read without it.');
    });
  }

  /** @returns how many were not wrapped by it yet */
  private wrapAll(next: NamedKey): Promise<number> {
    return this.owner.transaction(async (tx) => {
      // A key that is added in this moment would be forgotten.
      await tx.query('LOCK TABLE encryption_key IN SHARE ROW EXCLUSIVE MODE');
      const material = this.files.read();
      const rows = (await readKeyRows(tx)).filter(({ id, wrapped }) => !id.startsWith('index-') && keyIdOf(wrapped) !== next.id);
      for (const row of rows) {
        const anew = seal(next.key, next.id, unwrapped(row, material), contextOf(row.id));
        await tx.query('UPDATE encryption_key SET wrapped_key = $2 WHERE id = $1', [row.id, anew]);
      }
      return rows.length;
    });
  }
}
