import { setTimeout as wait } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { QueueConnection } from './queue-connection.ts';

const patienceMillis = 1000;

export interface JobsState {
  readonly backend: 'postgresql' | 'redis';
  readonly ok: boolean;
}

/** Whether the queue answers; part of readiness. */
@Injectable()
export class JobsHealth {
  constructor(private readonly connection: QueueConnection) {}

  /** Never throws and never waits for more than a second: a half-open connection counts as no answer. */
  async check(): Promise<JobsState> {
    const enough = new AbortController();
    try {
      const ok = await Promise.race([this.connection.ping().then(() => true), wait(patienceMillis, false, { signal: enough.signal })]);
      return { backend: this.connection.backend, ok };
    } catch {
      return { backend: this.connection.backend, ok: false };
    } finally {
      enough.abort();
    }
  }
}
