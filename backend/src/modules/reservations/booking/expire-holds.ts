import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionEndings } from '../../../platform/access/index.ts';
import { Jobs } from '../../../platform/jobs/index.ts';
import { HoldsRepository } from './holds.repository.ts';
import { ReleaseHold } from './release-hold.ts';

const holdsOfOneRun = 200;

/** Gives holds back at sign-out, and tidies those that nobody came back for or whose session is gone; no claim waits for it, each drops expired holds by itself. */
@Injectable()
export class ExpireHolds implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly releaseHold: ReleaseHold,
    private readonly holds: HoldsRepository,
    private readonly sessionEndings: SessionEndings,
  ) {}

  onModuleInit(): void {
    this.sessionEndings.register((tx, sessionId) => this.releaseHold.ofSession(tx, sessionId));
    // Who identifies anew in the middle of booking goes on with the very time that is held.
    this.sessionEndings.registerMove((tx, from, to) => this.holds.moveToSession(tx, from, to));
    this.jobs.handle('maintenance', 'expire-holds', async () => {
      await this.releaseHold.expired(holdsOfOneRun);
    });
    this.jobs.every('maintenance', 'expire-holds', 60_000);
  }
}
