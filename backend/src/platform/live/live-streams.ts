import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Response } from 'express';
import { LiveListener, type LiveSignal } from './live-listener.ts';

const heartbeatMillis = 20_000;
const checkMillis = 60_000;
/** A reader that takes nothing for so long is gone or too slow; it re-reads when it comes back. */
const greatestBacklogBytes = 64 * 1024;

export interface LiveStreamOptions {
  readonly organisationId: string;
  /** Already reduced to what this person may see. */
  readonly subjects: readonly string[];
  /** Asked each minute: whether the session still lives and the rights still hold. An error counts as no. */
  readonly mayStay: () => Promise<boolean>;
}

/** Server-sent events: `changed` with subject and version, `reset` after a gap. Ids only, hence `@Unaudited('ids only')`. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger('live');
  private readonly open = new Set<Response>();

  constructor(private readonly listener: LiveListener) {}

  /** Takes over the response of a handler that injects `@Res()`, until one side ends it. */
  serve(response: Response, options: LiveStreamOptions): void {
    response.status(200).setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    // A proxy that collects the answer before passing it on would hold every event back.
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    const unsubscribe = this.listener.subscribe(options.organisationId, options.subjects, (signal) => send(response, signal));
    const heartbeat = setInterval(() => response.write(': alive\n\n'), heartbeatMillis);
    const check = setInterval(() => void this.endUnless(options.mayStay, response), checkMillis);
    this.open.add(response);
    response.once('close', () => {
      unsubscribe();
      clearInterval(heartbeat);
      clearInterval(check);
      this.open.delete(response);
    });
  }

  /** Open streams would keep the server from closing; the browsers come back to the next process. */
  beforeApplicationShutdown(): void {
    for (const response of this.open) response.end();
  }

  private async endUnless(mayStay: () => Promise<boolean>, response: Response): Promise<void> {
    try {
      if (await mayStay()) return;
    } catch (err) {
      this.logger.warn({ err, detail: 'a stream is ended because its rights could not be checked' });
    }
    response.end();
  }
}

function send(response: Response, signal: LiveSignal): void {
  if (response.writableLength > greatestBacklogBytes) return void response.destroy();
  response.write(textOf(signal));
}

function textOf(signal: LiveSignal): string {
  switch (signal.kind) {
    case 'RESET':
      return 'event: reset\ndata: {}\n\n';
    case 'CHANGED':
      return `event: changed\ndata: ${JSON.stringify({ subject: signal.event.subject, version: signal.event.version })}\n\n`;
  }
}
