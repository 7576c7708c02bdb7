import { Injectable } from '@nestjs/common';
import { formatInstant, Problem } from '../../../kernel/index.ts';
import type { CitizenPrincipal } from '../../../platform/access/index.ts';
import { Config } from '../../../platform/config/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { Quotas } from '../../../platform/quota/index.ts';
import { HELD_TOO_OFTEN } from '../reservation.problems.ts';
import type { OfferedToBook } from './offered-to-book.ts';

/** Who gives a time back and holds it anew begins ten minutes anew, too: so often a day, and nobody keeps a time from others for ever. */
@Injectable()
export class HoldQuota {
  constructor(
    private readonly config: Config,
    private readonly quotas: Quotas,
  ) {}

  /** Counts one hold that begins, of whichever colleague at that moment. In its transaction: a refused one is not counted. @throws Problem HELD_TOO_OFTEN */
  async use(tx: Tx, citizen: CitizenPrincipal, { offered }: OfferedToBook): Promise<void> {
    const quota = { name: 'holds-of-a-time', limit: this.config.holdsOfATimePerDay, per: 'DAY' } as const;
    const subject = [citizen.clientId, offered.unitId, offered.appointmentTypeId, formatInstant(offered.startsAt)].join('|');
    const retryAfterSeconds = await this.quotas.use(tx, quota, subject);
    if (retryAfterSeconds > 0) throw new Problem(HELD_TOO_OFTEN, { retryAfterSeconds });
  }
}
