import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppointmentTime, Localize } from '@vuoro/ui-shared';
import { PageHeading } from '../heading/route-focus';
import { LeaveQuickly } from '../leave-quickly/leave-quickly';
import { CannotIdentify } from '../organisation/cannot-identify';
import { ChosenTime } from '../session/chosen-time';
import { CitizenSession } from '../session/citizen-session';

/** The step before identification: what it is for, and how to manage without it. */
@Component({
  selector: 'app-sign-in',
  imports: [AppointmentTime, CannotIdentify, PageHeading, TranslocoPipe],
  templateUrl: './sign-in.html',
})
export class SignIn {
  readonly returnTo = input<string>();
  readonly ended = input<string>();
  readonly leave = input<string>();

  private readonly chosenTime = inject(ChosenTime);
  private readonly session = inject(CitizenSession);
  protected readonly localize = inject(Localize);

  protected readonly target = computed(() => ownPath(this.returnTo()));
  protected readonly chosen = computed(() => this.chosenTime.leadingTo(this.target()));
  protected readonly link = computed(() => this.session.signInLink(this.target()));

  constructor() {
    inject(LeaveQuickly).follow(() => (this.leave() === undefined ? undefined : true));
  }
}

/** Only a path of this application; the server checks it too. */
function ownPath(wanted: string | undefined): string {
  return wanted !== undefined && /^\/(?![/\\])/.test(wanted) ? wanted : '/my-times';
}
