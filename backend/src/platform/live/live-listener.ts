import { setTimeout as wait } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { Config } from '../config/index.ts';
import { decodeLiveEvent, liveChannel, type LiveEvent } from './live-event.ts';

/** What a subscriber is told. RESET: events may have been missed, so read everything again. */
export type LiveSignal = { readonly kind: 'CHANGED'; readonly event: LiveEvent } | { readonly kind: 'RESET' };

interface Subscription {
  readonly organisationId: string;
  readonly subjects: ReadonlySet<string>;
  readonly tell: (signal: LiveSignal) => void;
}

const shortestPauseMillis = 250;
const longestPauseMillis = 5000;

/** The one connection of this process that listens; direct, not from the pool, since a pooled one would be given away. */
@Injectable()
export class LiveListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly subscriptions = new Set<Subscription>();
  private readonly stopped = new AbortController();
  private client: pg.Client | null = null;
  private listening: Promise<void> = Promise.resolve();

  constructor(private readonly config: Config) {}

  /** @returns ends the subscription */
  subscribe(organisationId: string, subjects: Iterable<string>, tell: (signal: LiveSignal) => void): () => void {
    const subscription = { organisationId, subjects: new Set(subjects), tell };
    this.subscriptions.add(subscription);
    return () => void this.subscriptions.delete(subscription);
  }

  /** Does not wait for the database: its outage must not stop the boot. */
  onApplicationBootstrap(): void {
    this.listening = this.listenForever();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await this.client?.end().catch(() => undefined);
    await this.listening;
  }

  private async listenForever(): Promise<void> {
    let pause = shortestPauseMillis;
    while (!this.stopped.signal.aborted) {
      try {
        await this.listenUntilBroken(() => (pause = shortestPauseMillis));
      } catch (err) {
        this.logger.warn({ err, detail: 'the live connection is down and is tried again' });
      }
      await wait(pause, undefined, { signal: this.stopped.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPauseMillis);
    }
  }

  private async listenUntilBroken(onConnected: () => void): Promise<void> {
    // Keep-alive finds a half-open connection, on which nothing would ever arrive.
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      keepAlive: true,
      application_name: 'vuoro-live',
      connectionTimeoutMillis: 5000,
    });
    this.client = client;
    const broken = new Promise<void>((resolve, reject) => client.once('end', resolve).once('error', reject));
    broken.catch(() => undefined);
    try {
      await client.connect();
      client.on('notification', ({ payload }) => this.pass(payload ?? ''));
      await client.query(`LISTEN ${liveChannel}`);
      onConnected();
      this.tellAll({ kind: 'RESET' });
      await broken;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private pass(payload: string): void {
    const event = decodeLiveEvent(payload);
    if (event === null) return;
    for (const { organisationId, subjects, tell } of this.subscriptions) {
      if (organisationId === event.organisationId && subjects.has(event.subject)) tell({ kind: 'CHANGED', event });
    }
  }

  private tellAll(signal: LiveSignal): void {
    for (const { tell } of this.subscriptions) tell(signal);
  }
}
