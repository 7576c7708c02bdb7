import { Component, inject } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from './session';
import { SharedDeskChoice } from './shared-desk-choice';

/** Stands in place of the page until somebody is signed in; the address stays, and sign-in comes back to it. */
@Component({
  selector: 'app-sign-in',
  imports: [SharedDeskChoice, TranslocoPipe],
  template: `
    <div class="page sign-in">
      <h1 tabindex="-1">{{ 'session.title' | transloco }}</h1>
      <p class="lead">{{ 'session.lead' | transloco }}</p>
      <p>
        <button type="button" class="button button-primary" (click)="signIn()">{{ 'session.signIn' | transloco }}</button>
      </p>
      <app-shared-desk-choice />
      <p class="muted">{{ 'session.logged' | transloco }}</p>
    </div>
  `,
})
export class SignIn {
  private readonly session = inject(Session);

  protected signIn(): void {
    this.session.signIn();
  }
}
