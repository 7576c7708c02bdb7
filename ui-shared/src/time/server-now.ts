import { DOCUMENT, DestroyRef, Service, type Signal, inject, signal } from '@angular/core';

const MINUTE_MS = 60_000;

/**
 * "Now" by the server's clock. A phone's own clock may be wrong by hours, and deadlines are counted by the server's:
 * every session reply tells its time, and this keeps the difference.
 */
@Service()
export class ServerNow {
  private offset = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly ticking = signal(Date.now());

  /** Milliseconds since 1970; changes at each full minute, when the server's time is told, and when the page is shown again. */
  readonly minute: Signal<number> = this.ticking.asReadonly();

  constructor() {
    const document = inject(DOCUMENT);
    // A sleeping laptop runs no timers: catch up as soon as somebody looks.
    const catchUp = (): void => {
      if (document.visibilityState === 'visible') this.tick();
    };
    document.addEventListener('visibilitychange', catchUp);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      document.removeEventListener('visibilitychange', catchUp);
    });
    this.tick();
  }

  /** Milliseconds since 1970, to the millisecond: for countdowns. Reading it does not follow time. */
  instant(): number {
    return Date.now() + this.offset;
  }

  /** Tells the server's time as it stood in a reply that has just arrived. */
  synchronise(serverTime: string): void {
    const told = Date.parse(serverTime);
    if (Number.isNaN(told)) return;
    this.offset = told - Date.now();
    this.tick();
  }

  private tick(): void {
    clearTimeout(this.timer);
    const now = this.instant();
    this.ticking.set(now);
    this.timer = setTimeout(
      () => {
        this.tick();
      },
      MINUTE_MS - (now % MINUTE_MS),
    );
  }
}
