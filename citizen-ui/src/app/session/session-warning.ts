import { Component, DOCUMENT, DestroyRef, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApiProblem, Dialog, ErrorState, ServerNow, TimeFormat, problemOf } from '@vuoro/ui-shared';
import { LeaveQuickly } from '../leave-quickly/leave-quickly';
import { CitizenSession } from './citizen-session';
import { canBeExtended, idlePhase } from './idle-phase';
import { signInParams } from './signed-in-only';

/** Tells two minutes before the session ends, lets one go on, and clears the screen when it has ended. */
@Component({
  selector: 'app-session-warning',
  imports: [Dialog, ErrorState, TranslocoPipe],
  templateUrl: './session-warning.html',
})
export class SessionWarning {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly leave = inject(LeaveQuickly);
  private readonly now = inject(ServerNow);
  protected readonly session = inject(CitizenSession);
  protected readonly format = inject(TimeFormat);

  protected readonly idle = computed(() =>
    idlePhase(
      this.session.current(),
      untracked(() => this.now.instant()),
    ),
  );
  private readonly isEnding = computed(() => this.idle().phase === 'ENDING');
  /** Closing the dialog by Esc hides it until the session has been extended and ends again; that it is read anew is no reason. */
  protected readonly isShown = linkedSignal(() => this.isEnding());
  protected readonly canExtend = computed(() => {
    const session = this.session.current();
    return session !== null && canBeExtended(session);
  });
  protected readonly problem = signal<ApiProblem | null>(null);
  private wasSignedIn = false;

  constructor() {
    effect((onCleanup) => {
      const { checkInMs } = this.idle();
      if (checkInMs === null) return;
      const timer = setTimeout(() => {
        this.session.readAgain();
      }, checkInMs);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
    effect(() => {
      const isSignedIn = this.session.isSignedIn();
      if (this.wasSignedIn && !isSignedIn) untracked(() => this.showSignedOut());
      this.wasSignedIn = isSignedIn;
    });
    this.readWhenShownAgain();
  }

  protected async extend(): Promise<void> {
    this.problem.set(null);
    try {
      await this.session.extend();
    } catch (error) {
      this.problem.set(problemOf(error));
      this.session.readAgain();
    }
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Nothing personal may stay on a screen whose session has ended. */
  private showSignedOut(): void {
    const { url } = this.router;
    if (url.startsWith('/sign-in')) return;
    void this.router.navigate(['/sign-in'], { queryParams: { ...signInParams(url, this.leave.isNeeded()), ended: 1 }, replaceUrl: true });
  }

  private readWhenShownAgain(): void {
    const read = (): void => {
      if (this.document.visibilityState === 'visible' && this.session.isSignedIn()) this.session.readAgain();
    };
    this.document.addEventListener('visibilitychange', read);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', read);
    });
  }
}
