import { DOCUMENT, DestroyRef, Service, inject, signal } from '@angular/core';
import { ServerNow } from '@vuoro/ui-shared';
import { CONNECT_LIVE, type WatchSubjects } from './live-connection';
import { GRACE_MS, type LiveNews } from './live-hub';

/** Several changes of one booking (person, room) are one reading. */
const GATHER_MS = 100;
/** In a storm of changes the calendar is read this seldom, which is still within two seconds. */
const REST_MS = 700;

/** When to read again what is on the screen, because others (or this page itself) have changed it. */
@Service()
export class LiveChanges {
  private readonly document = inject(DOCUMENT);
  private readonly connect = inject(CONNECT_LIVE);
  private readonly serverNow = inject(ServerNow);
  private send: WatchSubjects | null = null;
  private subjects: readonly string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isResting = false;
  private isDue = false;
  private readonly count = signal(0);
  private readonly lost = signal<number | null>(null);
  private isBack = false;

  /** Grows when the watched calendars may have changed. */
  readonly revision = this.count.asReadonly();
  /** Since when changes of others do not arrive, in milliseconds of the epoch; null while they do. */
  readonly lostSince = this.lost.asReadonly();

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
    if (news.kind === 'lost') {
      this.isBack = false;
      this.lost.update((since) => since ?? this.serverNow.instant() - GRACE_MS);
      return;
    }
    if (news.kind === 'reset') this.isBack = true;
    this.note();
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
    // What is shown is true again only once it is read again.
    if (this.isBack) this.lost.set(null);
    this.count.update((count) => count + 1);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.isResting = false;
      if (this.isDue) this.note();
    }, REST_MS);
  }
}
