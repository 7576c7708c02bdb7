/** What a page is told: read again. Which entry has changed, it finds out with its own rights. */
export type LiveNews =
  | { readonly kind: 'changed'; readonly subject: string }
  /** Something may have been missed: the stream has just opened, or opened again. */
  | { readonly kind: 'reset' }
  /** Changes of others have not arrived for a while, and do not until a reset. */
  | { readonly kind: 'lost' };

export interface LiveStream {
  close(): void;
}

export interface StreamEvents {
  opened(): void;
  changed(subject: string): void;
  reset(): void;
  /** The connection broke; the browser itself tries again. */
  interrupted(): void;
  /** The stream has ended and will not come back by itself. */
  ended(): void;
}

export type OpenStream = (subjects: readonly string[], events: StreamEvents) => LiveStream;

/** The server takes so many in one stream. */
const MOST_SUBJECTS = 40;
const SETTLE_MS = 50;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 60_000;
/** A break as short as this is not worth a word: a restarted server, a change of network. */
export const GRACE_MS = 5000;

/**
 * One stream for all pages of the browser: HTTP/1.1 allows six connections to a host, and an open calendar in each of
 * seven tabs would leave none for the requests. Runs in the shared worker, or in the page itself where there is none.
 */
export class LiveHub {
  private readonly readers = new Map<symbol, { readonly subjects: ReadonlySet<string>; readonly tell: (news: LiveNews) => void }>();
  private streams: LiveStream[] = [];
  private open = '';
  private settle: ReturnType<typeof setTimeout> | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private retryMs = FIRST_RETRY_MS;
  private grace: ReturnType<typeof setTimeout> | undefined;
  /** Streams that have not opened, or no more. */
  private missing = new Set<number>();
  private isLost = false;

  constructor(private readonly openStream: OpenStream) {}

  /** Watches these subjects for the reader instead of its earlier ones; none lets it go. */
  watch(reader: symbol, subjects: readonly string[], tell: (news: LiveNews) => void): void {
    if (subjects.length === 0) this.readers.delete(reader);
    else this.readers.set(reader, { subjects: new Set(subjects), tell });
    clearTimeout(this.settle);
    this.settle = setTimeout(() => {
      this.follow();
    }, SETTLE_MS);
  }

  private follow(): void {
    const wanted = [...new Set([...this.readers.values()].flatMap(({ subjects }) => [...subjects]))].sort();
    const key = wanted.join();
    if (key === this.open) {
      // The stream already has them all: a new reader must still read once what it may have missed.
      this.tellReset();
      return;
    }
    this.close();
    this.open = key;
    if (wanted.length === 0) this.found();
    for (let first = 0; first < wanted.length; first += MOST_SUBJECTS) {
      this.miss(first);
      this.streams.push(this.openStream(wanted.slice(first, first + MOST_SUBJECTS), this.events(key, first)));
    }
  }

  private events(key: string, stream: number): StreamEvents {
    const current = (act: () => void) => (): void => {
      if (key === this.open) act();
    };
    return {
      opened: current(() => {
        this.retryMs = FIRST_RETRY_MS;
        this.missing.delete(stream);
        if (this.missing.size === 0) this.found();
        this.tellReset();
      }),
      interrupted: current(() => {
        this.miss(stream);
      }),
      reset: current(() => {
        this.tellReset();
      }),
      ended: current(() => {
        this.miss(stream);
        this.reopenLater();
      }),
      changed: (subject) => {
        for (const reader of this.readers.values()) if (reader.subjects.has(subject)) reader.tell({ kind: 'changed', subject });
      },
    };
  }

  /** Without this stream what is shown grows old; said only when it stays away. */
  private miss(stream: number): void {
    this.missing.add(stream);
    if (this.isLost) return;
    this.grace ??= setTimeout(() => {
      this.isLost = true;
      this.tellAll({ kind: 'lost' });
    }, GRACE_MS);
  }

  private found(): void {
    clearTimeout(this.grace);
    this.grace = undefined;
    this.isLost = false;
  }

  private reopenLater(): void {
    this.close();
    this.retry = setTimeout(() => {
      this.follow();
    }, this.retryMs);
    this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
  }

  private close(): void {
    clearTimeout(this.retry);
    for (const stream of this.streams) stream.close();
    this.streams = [];
    this.missing.clear();
    this.open = '';
  }

  private tellReset(): void {
    this.tellAll({ kind: 'reset' });
    // One of several streams is back; the others are still missed.
    if (this.isLost) this.tellAll({ kind: 'lost' });
  }

  private tellAll(news: LiveNews): void {
    for (const { tell } of this.readers.values()) tell(news);
  }
}
