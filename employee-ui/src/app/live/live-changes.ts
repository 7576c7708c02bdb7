import { DOCUMENT, DestroyRef, Service, inject, signal } from '@angular/core';
import { CONNECT_LIVE, type WatchSubjects } from './live-connection';
import type { LiveNews } from './live-hub';

/** Several changes of one booking (person, room) are one reading. */
const GATHER_MS = 100;
/** In a storm of changes the calendar is read this seldom, which is still within two seconds. */
const REST_MS = 700;

/** When to read again what is on the screen, because others (or this page itself) have changed it. */
@Service()
export class LiveChanges {
  private readonly document = inject(DOCUMENT);
  private readonly connect = inject(CONNECT_LIVE);
  private send: WatchSubjects | null = null;
  private subjects: readonly string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isResting = false;
  private isDue = false;
  private readonly count = signal(0);
  private readonly lost = signal(false);

  /** Grows when the watched calendars may have changed. */
  readonly revision = this.count.asReadonly();
  /** True while changes of others do not arrive. */
  readonly isLost = this.lost.asReadonly();

  constructor() {
    const follow = (): void => {
      // A page that nobody sees neither reads nor holds a stream; coming back it reads once.
      this.send?.(this.document.visibilityState === 'visible' ? this.subjects : []);
    };
    const leave = (): void => this.send?.([]);
    this.document.addEventListener('visibilitychange', follow);
    window.addEventListener('pagehide', leave);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', follow);
      window.removeEventListener('pagehide', leave);
      leave();
      clearTimeout(this.timer);
    });
  }

  /** Follows these subjects instead of the earlier ones. */
  watch(subjects: readonly string[]): void {
    this.subjects = subjects;
    if (subjects.length === 0 && this.send === null) return;
    this.send ??= this.connect((news) => {
      this.hear(news);
    });
    if (this.document.visibilityState === 'visible') this.send(subjects);
  }

  /** This page has changed something itself. */
  changedHere(): void {
    this.note();
  }

  private hear(news: LiveNews): void {
    this.lost.set(news.kind === 'lost');
    if (news.kind !== 'lost') this.note();
  }

  private note(): void {
    this.isDue = true;
    if (this.isResting || this.timer !== undefined) return;
    this.timer = setTimeout(() => {
      this.publish();
    }, GATHER_MS);
  }

  private publish(): void {
    this.isDue = false;
    this.isResting = true;
    this.count.update((count) => count + 1);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.isResting = false;
      if (this.isDue) this.note();
    }, REST_MS);
  }
}
