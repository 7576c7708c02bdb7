import { Injectable } from '@nestjs/common';
import type { CitizenPrincipal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { HoldsRepository } from './holds.repository.ts';
import { ReleaseHold } from './release-hold.ts';

/** Before booking or moving: what the session itself keeps must not stand in its way. A refusal brings the hold back. */
@Injectable()
export class ReleaseOwnHold {
  constructor(
    private readonly holds: HoldsRepository,
    private readonly releaseHold: ReleaseHold,
  ) {}

  async execute(tx: Tx, citizen: CitizenPrincipal): Promise<void> {
    const hold = await this.holds.ofSession(tx, citizen.sessionId);
    if (hold !== null) await this.releaseHold.inTransaction(tx, hold);
  }
}
