import { Component, DOCUMENT, computed, effect, inject, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialog, ErrorState, ServerNow, instantOf } from '@vuoro/ui-shared';
import { type IdleLimits, type IdleStep, idleStep } from './idle-plan';
import { Session } from './session';

const SECOND_MS = 1000;
/** Timers of a page in the background may be late, and a sleeping laptop has none: look often enough. */
const LONGEST_WAIT_MS = 60_000;
/** Whoever wakes the laptop of a shared desk must not have a minute to read. */
const LONGEST_WAIT_AT_SHARED_DESK_MS = 5000;

/** Warns before the session ends and lets one stay with one press. */
@Component({ selector: 'app-idle-warning', imports: [Dialog, ErrorState, TranslocoPipe], templateUrl: './idle-warning.html' })
export class IdleWarning {
  private readonly session = inject(Session);
  private readonly now = inject(ServerNow);
  private readonly document = inject(DOCUMENT);

  private readonly limits = computed((): (IdleLimits & { readonly askedAt: number }) | null => {
    const view = this.session.view();
    if (!view?.idleEndsAt || !view.endsAt) return null;
    const { sharedDesk } = view;
    return { idleEnd: instantOf(view.idleEndsAt), absoluteEnd: instantOf(view.endsAt), sharedDesk, askedAt: instantOf(view.now) };
  });
  private readonly step = signal<IdleStep | null>(null);
  protected readonly warning = computed(() => {
    const step = this.step();
    return step?.what === 'warn' ? step : null;
  });
  /** Said in steps, so that a screen reader is not interrupted each second. */
  protected readonly announced = computed(() => Math.ceil((this.warning()?.secondsLeft ?? 0) / 30) * 30);
  /** The longest allowed age ends a shared desk's session, too, and locks nothing. */
  protected readonly locksDesk = computed(() => this.limits()?.sharedDesk === true && this.warning()?.extendable === true);
  protected readonly failure = signal<unknown>(null);

  constructor() {
    effect((onCleanup) => {
      const limits = this.limits();
      this.step.set(null);
      if (limits === null) return;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        clearTimeout(timer);
        const step = idleStep(limits, limits.askedAt, this.now.instant());
        this.step.set(step);
        if (step.what === 'lock') this.session.lock();
        if (step.what === 'ask' || step.what === 'over') this.session.read();
        timer = setTimeout(look, waitFor(step, limits.sharedDesk));
      };
      look();
      const lookAgain = (): void => {
        if (this.document.visibilityState === 'visible') look();
      };
      this.document.addEventListener('visibilitychange', lookAgain);
      onCleanup(() => {
        clearTimeout(timer);
        this.document.removeEventListener('visibilitychange', lookAgain);
      });
    });
  }

  protected async stay(): Promise<void> {
    try {
      this.failure.set(null);
      await this.session.extend();
    } catch (error) {
      this.failure.set(error);
    }
  }

  protected signOut(): void {
    void this.session.signOut();
  }
}

function waitFor(step: IdleStep, sharedDesk: boolean): number {
  if (step.what === 'warn') return SECOND_MS;
  const longest = sharedDesk ? LONGEST_WAIT_AT_SHARED_DESK_MS : LONGEST_WAIT_MS;
  return step.what === 'wait' ? Math.min(step.ms + SECOND_MS, longest) : 10 * SECOND_MS;
}
