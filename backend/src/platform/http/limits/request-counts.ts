import { Injectable } from '@nestjs/common';

interface Window {
  hits: number;
  readonly endsAt: number;
}

const minute = 60_000;
const millisASecond = 1000;
const sweepAt = 50_000;

/**
 * Counts requests in windows of one minute, in the memory of this process: one addition a request, whatever the limit.
 * Several processes together let that many times as much through.
 */
@Injectable()
export class RequestCounts {
  private readonly windows = new Map<string, Window>();

  /** Counts one more. @returns whole seconds until the next window when the limit is exceeded, else 0 */
  count(key: string, limit: number): number {
    const window = this.windowOf(key);
    window.hits += 1;
    return window.hits <= limit ? 0 : Math.max(1, Math.ceil((window.endsAt - performance.now()) / millisASecond));
  }

  private windowOf(key: string): Window {
    // Monotonic: a change of the machine's clock neither lifts nor prolongs a limit.
    const now = performance.now();
    const known = this.windows.get(key);
    if (known !== undefined && known.endsAt > now) return known;
    if (this.windows.size >= sweepAt) this.forgetEnded(now);
    const window = { hits: 0, endsAt: now + minute };
    this.windows.set(key, window);
    return window;
  }

  private forgetEnded(now: number): void {
    for (const [key, window] of this.windows) if (window.endsAt <= now) this.windows.delete(key);
  }
}
