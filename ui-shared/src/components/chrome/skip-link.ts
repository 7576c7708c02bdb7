import { Component, DOCUMENT, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

@Component({
  selector: 'v-skip-link',
  imports: [TranslocoPipe],
  template: `<a class="skip-link" [attr.href]="'#' + target()" (click)="skip($event)">{{ 'common.skipToContent' | transloco }}</a>`,
})
export class SkipLink {
  /** Id of the main content. */
  readonly target = input.required<string>();
  private readonly document = inject(DOCUMENT);

  protected skip(event: Event): void {
    // With a base address `#content` would leave the page for the front page.
    event.preventDefault();
    this.document.getElementById(this.target())?.focus();
  }
}
