import { Component, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { ApiProblem } from '@vuoro/ui-shared';
import { CitizenSession } from './citizen-session';

/** Inside an error: the way back in when the session has ended, to the same page or to another. */
@Component({
  selector: 'app-sign-in-again',
  imports: [TranslocoPipe],
  template: `
    @if (problem().status === 401) {
      <a class="button button-primary" [attr.href]="session.signInLink(returnTo() || here)">{{ 'signIn.again' | transloco }}</a>
    }
  `,
})
export class SignInAgain {
  readonly problem = input.required<ApiProblem>();
  readonly returnTo = input('');
  protected readonly session = inject(CitizenSession);
  protected readonly here = inject(Router).url;
}
