import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppointmentTime, Loading, Localize } from '@vuoro/ui-shared';
import { PageHeading } from '../heading/route-focus';
import { LeaveQuickly } from '../leave-quickly/leave-quickly';
import { CannotIdentify } from '../organisation/cannot-identify';
import { ChosenTime } from '../session/chosen-time';
import { CitizenSession } from '../session/citizen-session';

/** The step before identification: what it is for, and how to manage without it. Whoever comes "back" to it signed in goes on from here. */
@Component({
  selector: 'app-sign-in',
  imports: [AppointmentTime, CannotIdentify, Loading, PageHeading, RouterLink, TranslocoPipe],
  templateUrl: './sign-in.html',
  host: { '(window:pageshow)': 'lookAgain($event)' },
})
export class SignIn {
  readonly returnTo = input<string>();
  readonly ended = input<string>();
  readonly leave = input<string>();

  private readonly chosenTime = inject(ChosenTime);
  private readonly session = inject(CitizenSession);
  private readonly router = inject(Router);
  protected readonly localize = inject(Localize);

  protected readonly target = computed(() => ownPath(this.returnTo()));
  protected readonly chosen = computed(() => this.chosenTime.leadingTo(this.target()));
  protected readonly isSignedIn = this.session.isSignedIn;
  protected readonly isUnknown = computed(() => this.session.state() === 'UNKNOWN');
  protected readonly targetTree = computed(() => this.router.parseUrl(this.target()));
  protected readonly link = computed(() => this.session.signInLink(this.target()));

  constructor() {
    inject(LeaveQuickly).follow(() => (this.leave() === undefined ? undefined : true));
  }

  /** "Back" may show the page as the browser has kept it, with who was signed in then. */
  protected lookAgain({ persisted }: PageTransitionEvent): void {
    if (persisted) this.session.readAgain();
  }
}

/** Only a path of this application; the server checks it too. */
function ownPath(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) ? wanted : '/my-times';
}
