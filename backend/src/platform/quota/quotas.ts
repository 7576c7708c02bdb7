import { Injectable } from '@nestjs/common';
import { Clock, HELSINKI, localDateOf, startOfDay, addDays, type Instant } from '../../kernel/index.ts';
import type { Tx } from '../database/index.ts';
import { QuotaUses } from './quota-uses.repository.ts';

/** How often something may be done by, or to, one subject. */
export interface Quota {
  /** What is counted, for example `citizen-changes`. */
  readonly name: string;
  readonly limit: number;
  /** A clock minute, or a day of Finland. */
  readonly per: 'MINUTE' | 'DAY';
}

interface Window {
  readonly begins: Instant;
  readonly ends: Instant;
}

/**
 * Counts in the database, so that neither a restart nor a second process begins anew. For what costs somebody something: messages,
 * looking people up. Requests as such are counted in memory.
 */
@Injectable()
export class Quotas {
  constructor(
    private readonly clock: Clock,
    private readonly uses: QuotaUses,
  ) {}

  /**
   * Counts one use. With the transaction it is undone: who must count refused tries as well does it in a transaction of its own.
   * Until the transaction ends, the subject's next use waits, so that rivals are counted one after the other.
   * @param subject id or keyed hash, never personal data
   * @returns whole seconds until the quota is open again when it is used up, else 0
   */
  async use(tx: Tx, quota: Quota, subject: string): Promise<number> {
    const now = this.clock.now();
    const { begins, ends } = windowOf(quota.per, now);
    // With whoever comes next.
    await this.uses.forgetEnded(tx, now);
    const used = await this.uses.add(tx, { quota: `${quota.name}/${quota.per}`, subject, begins, ends });
    return used <= quota.limit ? 0 : Math.max(1, Math.ceil(ends.diff(now).as('seconds')));
  }
}

function windowOf(per: Quota['per'], now: Instant): Window {
  if (per === 'MINUTE') {
    const begins = now.startOf('minute');
    return { begins, ends: begins.plus({ minutes: 1 }) };
  }
  const today = localDateOf(now, HELSINKI);
  return { begins: startOfDay(today, HELSINKI), ends: startOfDay(addDays(today, 1), HELSINKI) };
}
