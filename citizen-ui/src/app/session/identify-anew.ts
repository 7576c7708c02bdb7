import { Component, DOCUMENT, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { CitizenSession } from './citizen-session';
import { KeptForm } from './kept-form';

/** For a change that an open session is not enough for: identifies anew and comes back to the same page, with what was typed. */
@Component({
  selector: 'app-identify-anew',
  imports: [TranslocoPipe],
  template: `
    <div class="alert alert-warning" role="alert">
      <p class="alert-title">{{ 'identifyAnew.title' | transloco }}</p>
      <p>{{ 'identifyAnew.text' | transloco }}</p>
      <button type="button" class="button button-primary" (click)="identify()">{{ 'identifyAnew.go' | transloco }}</button>
    </div>
  `,
})
export class IdentifyAnew {
  /** Path of the page, which takes the form when it opens again. */
  readonly page = input.required<string>();
  readonly model = input.required<object>();
  /** The browser is about to leave: nobody needs to be asked whether to. */
  readonly leaving = output();

  private readonly session = inject(CitizenSession);
  private readonly kept = inject(KeptForm);
  private readonly document = inject(DOCUMENT);

  protected identify(): void {
    this.kept.keep(this.page(), this.model());
    this.leaving.emit();
    this.document.location.assign(this.session.signInLink(this.page(), 'FRESH'));
  }
}
