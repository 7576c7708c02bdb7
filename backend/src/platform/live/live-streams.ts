import { AsyncResource } from 'node:async_hooks';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Response } from 'express';
import { Problem } from '../../kernel/index.ts';
import { METHOD_NOT_ALLOWED } from '../http/http.problems.ts';
import { LiveListener, type LiveSignal } from './live-listener.ts';

const heartbeatMillis = 20_000;
const checkMillis = 60_000;
/** A reader that takes nothing for so long is gone or too slow; it re-reads when it comes back. */
const greatestBacklogBytes = 64 * 1024;

/** A browser keeps one stream for all its windows; a few browsers and windows without it come on top. */
const mostStreamsOfOne = 6;
/** Who is over the number is told to come back late, so that two windows do not push each other out every other second. */
const pushedOutRetryMillis = 60_000;

export interface LiveStreamOptions {
  readonly organisationId: string;
  /** Whose stream it is: so many are open at a time, then the oldest is closed. */
  readonly personId: string;
  /** Hash of the session's id: with the session the stream ends, whatever ended it. */
  readonly sessionId: string;
  /** Already reduced to what this person may see. */
  readonly subjects: readonly string[];
  /** Asked each minute: whether the session still lives and the rights still hold. An error counts as no. */
  readonly mayStay: () => Promise<boolean>;
}

interface OpenStream {
  readonly personId: string;
  /** Ends the stream, once; nothing is written after it. */
  readonly stop: (lastText?: string) => void;
}

/** Server-sent events: `changed` with the subject, `reset` after a gap. Ids only, hence `@Unaudited('ids only')`. */
@Injectable()
export class LiveStreams implements BeforeApplicationShutdown {
  private readonly logger = new Logger('live');
  /** Oldest first. */
  private readonly open = new Set<OpenStream>();

  constructor(private readonly listener: LiveListener) {}

  /**
   * Takes over the response of a handler that injects `@Res()`, until one side ends it.
   * @throws Problem METHOD_NOT_ALLOWED for HEAD, which would hold a connection that never carries anything
   */
  serve(response: Response, options: LiveStreamOptions): void {
    if (response.req.method !== 'GET') {
      response.setHeader('Allow', 'GET');
      throw new Problem(METHOD_NOT_ALLOWED);
    }
    this.closeOldest(options.personId);
    response.status(200).setHeader('Content-Type', 'text/event-stream; charset=utf-8');
    // A proxy that collects the answer before passing it on would hold every event back.
    response.setHeader('X-Accel-Buffering', 'no');
    response.flushHeaders();
    response.write('retry: 2000\n\n');
    const write = (text: string): void => {
      if (response.writableLength > greatestBacklogBytes) response.destroy();
      else response.write(text);
    };
    // The listener asks from a context of its own, in which the request that opened the stream, and with it the organisation, is unknown.
    const mayStay = AsyncResource.bind(options.mayStay);
    const endings: (() => void)[] = [];
    const stream: OpenStream = {
      personId: options.personId,
      // First nobody may write any more, then the end: a write after it would be an error that nobody catches.
      stop: (lastText = '') => {
        if (!this.open.delete(stream)) return;
        for (const end of endings) end();
        response.end(lastText);
      },
    };
    this.open.add(stream);
    const heartbeat = setInterval(() => write(': alive\n\n'), heartbeatMillis);
    const check = setInterval(() => void this.stopUnless(mayStay, stream), checkMillis);
    endings.push(
      () => clearInterval(heartbeat),
      () => clearInterval(check),
      this.listener.subscribe(options.organisationId, options.subjects, (signal) => write(textOf(signal))),
      this.listener.subscribe(options.organisationId, [`session:${options.sessionId}`], (signal) => {
        if (signal.kind === 'CHANGED') stream.stop();
        // What ended the session may have been said while nobody listened.
        else void this.stopUnless(mayStay, stream);
      }),
    );
    response.once('close', () => stream.stop());
    response.on('error', () => response.destroy());
  }

  /** Open streams would keep the server from closing; the browsers come back to the next process. */
  beforeApplicationShutdown(): void {
    for (const { stop } of [...this.open]) stop();
  }

  private closeOldest(personId: string): void {
    const own = [...this.open].filter((stream) => stream.personId === personId);
    for (const stream of own.slice(0, Math.max(0, own.length - mostStreamsOfOne + 1))) stream.stop(`retry: ${pushedOutRetryMillis}\n\n`);
  }

  private async stopUnless(mayStay: () => Promise<boolean>, stream: OpenStream): Promise<void> {
    try {
      if (await mayStay()) return;
    } catch (err) {
      this.logger.warn({ err, detail: 'a stream is ended because its rights could not be checked' });
    }
    stream.stop();
  }
}

function textOf(signal: LiveSignal): string {
  switch (signal.kind) {
    case 'RESET':
      return 'event: reset\ndata: {}\n\n';
    case 'CHANGED':
      return `event: changed\ndata: ${JSON.stringify({ subject: signal.event.subject })}\n\n`;
  }
}
