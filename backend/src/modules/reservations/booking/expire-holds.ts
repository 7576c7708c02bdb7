import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../../../platform/jobs/index.ts';
import { ReleaseHold } from './release-hold.ts';

const holdsOfOneRun = 200;

/** Tidies holds that nobody came back for; no claim waits for it, each drops expired holds by itself. */
@Injectable()
export class ExpireHolds implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly releaseHold: ReleaseHold,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('maintenance', 'expire-holds', async () => {
      await this.releaseHold.expired(holdsOfOneRun);
    });
    this.jobs.every('maintenance', 'expire-holds', 60_000);
  }
}
