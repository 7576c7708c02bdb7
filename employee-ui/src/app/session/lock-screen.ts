import { Component, type ElementRef, afterNextRender, inject, viewChild } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Session } from './session';

/** All that is left on the screen of a shared desk that was left. The address stays, and its person comes back to it. */
@Component({
  selector: 'app-lock-screen',
  imports: [TranslocoPipe],
  template: `
    <div class="page sign-in">
      <h1 #heading tabindex="-1">{{ 'session.lockedTitle' | transloco }}</h1>
      <p class="lead">{{ 'session.lockedLead' | transloco }}</p>
      <p>{{ 'session.lockedBack' | transloco }}</p>
      <p>
        <button type="button" class="button button-primary" (click)="unlock()">{{ 'session.unlock' | transloco }}</button>
      </p>
    </div>
  `,
})
export class LockScreen {
  private readonly session = inject(Session);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');

  constructor() {
    // Where the focus was, is nothing any more.
    afterNextRender(() => {
      this.heading().nativeElement.focus();
    });
  }

  protected unlock(): void {
    this.session.signIn();
  }
}
