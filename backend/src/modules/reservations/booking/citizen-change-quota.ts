import { Injectable } from '@nestjs/common';
import { Problem } from '../../../kernel/index.ts';
import type { CitizenPrincipal } from '../../../platform/access/index.ts';
import { Config } from '../../../platform/config/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { Quotas } from '../../../platform/quota/index.ts';
import { TOO_MANY_CHANGES_TODAY } from '../reservation.problems.ts';

/** Each booking, move and cancellation may send messages and takes a time from others for a while: no loop of them goes on for ever. */
@Injectable()
export class CitizenChangeQuota {
  constructor(
    private readonly config: Config,
    private readonly quotas: Quotas,
  ) {}

  /** Counts one change in its own transaction: a refused one sends nothing and is not counted. @throws Problem TOO_MANY_CHANGES_TODAY */
  async use(tx: Tx, citizen: CitizenPrincipal): Promise<void> {
    const quota = { name: 'citizen-changes', limit: this.config.citizenChangesPerDay, per: 'DAY' } as const;
    const retryAfterSeconds = await this.quotas.use(tx, quota, citizen.clientId);
    if (retryAfterSeconds > 0) throw new Problem(TOO_MANY_CHANGES_TODAY, { retryAfterSeconds });
  }
}
