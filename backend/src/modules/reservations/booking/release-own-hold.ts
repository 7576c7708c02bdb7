import { Injectable } from '@nestjs/common';
import { concernedClientId, type CitizenPrincipal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { Allocations } from '../../calendar/index.ts';
import { ClaimTime, type TimeToClaim } from './claim-time.ts';
import { HoldSubjects } from './hold-subjects.repository.ts';
import { HoldsRepository, type Hold } from './holds.repository.ts';
import { ReleaseHold } from './release-hold.ts';

/** A client's hold that is about to be given back, with whom it keeps busy. */
export interface OwnHold {
  readonly hold: Hold;
  readonly subjectIds: readonly string[];
}

/**
 * Before holding, booking or moving: what the client keeps, in this browser or another, must not stand in its way. A refusal brings the hold back.
 * Everybody of the hold and of the wanted time is locked before anything is deleted: two who want what the other holds would otherwise
 * each wait for the other's claim.
 */
@Injectable()
export class ReleaseOwnHold {
  constructor(
    private readonly holds: HoldsRepository,
    private readonly subjects: HoldSubjects,
    private readonly allocations: Allocations,
    private readonly claimTime: ClaimTime,
    private readonly releaseHold: ReleaseHold,
  ) {}

  /** @param wanted every time that is then tried @returns the hold that was given back */
  async execute(tx: Tx, citizen: CitizenPrincipal, ...wanted: readonly Pick<TimeToClaim, 'offered' | 'version'>[]): Promise<Hold | null> {
    const own = await this.find(tx, citizen);
    if (own === null) return null;
    await this.allocations.lockForExchange(tx, [
      ...own.subjectIds,
      ...wanted.flatMap((time) => this.claimTime.lockedBefore(time).subjectIds),
    ]);
    await this.releaseHold.inTransaction(tx, own.hold);
    return own.hold;
  }

  /** Locks the hold's own row only; for whoever locks its subjects together with others. */
  async find(tx: Tx, citizen: CitizenPrincipal): Promise<OwnHold | null> {
    const hold = await this.holds.ofClient(tx, concernedClientId(citizen));
    return hold === null ? null : { hold, subjectIds: await this.subjects.of(tx, hold.id) };
  }

  /** Once its subjects are locked. */
  async release(tx: Tx, own: OwnHold | null): Promise<void> {
    if (own !== null) await this.releaseHold.inTransaction(tx, own.hold);
  }
}
