import { Component, type ElementRef, afterRenderEffect, computed, inject, input, viewChild } from '@angular/core';
import type { FieldState, FieldTree } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorTexts } from './error-texts';

/** What the label of a text field says, without "optional"; a tick's label is a whole sentence and says nothing shorter. */
function nameOf(field: Pick<FieldState<unknown>, 'formFieldBindings'>): string {
  const bound = field.formFieldBindings()[0]?.element;
  // A control of our own, such as a date, is made around the browser's.
  const control = bound?.matches(CONTROLS) ? bound : bound?.querySelector(CONTROLS);
  if (!control || (control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type))) return '';
  const label = (control as HTMLInputElement).labels?.[0];
  return label?.firstChild?.textContent?.trim().replace(/[?:]$/, '') ?? '';
}

const CONTROLS = 'input, select, textarea';

/** All errors of a form in one place, with links to the fields. Each failed attempt brings the focus here. */
@Component({
  selector: 'v-error-summary',
  imports: [TranslocoPipe],
  template: `
    @if (isShown()) {
      <div #summary class="alert alert-danger" tabindex="-1" role="group" [attr.aria-label]="'form.errorTitle' | transloco">
        <p class="alert-title">{{ 'form.errorTitle' | transloco }}</p>
        <ul class="error-list">
          @for (error of errors(); track $index) {
            <li>
              <button type="button" class="button button-quiet button-small" (click)="error.focus()">
                @if (error.name) {
                  {{ error.name }}:
                }
                {{ error.text }}
              </button>
            </li>
          }
        </ul>
      </div>
    }
  `,
})
export class ErrorSummary {
  readonly of = input.required<FieldTree<unknown>>();
  /** Count of attempts that have failed; the summary stays hidden before the first. */
  readonly attempt = input.required<number>();

  private readonly texts = inject(ErrorTexts);
  private readonly summary = viewChild<ElementRef<HTMLElement>>('summary');
  protected readonly errors = computed(() =>
    this.of()()
      .errorSummary()
      .map((error) => ({
        text: this.texts.of(error),
        name: this.texts.saysThis(error) ? nameOf(error.fieldTree()) : '',
        focus: () => {
          error.fieldTree().focusBoundControl();
        },
      })),
  );
  protected readonly isShown = computed(() => this.attempt() > 0 && this.errors().length > 0);
  private focusedAttempt = 0;

  constructor() {
    afterRenderEffect(() => {
      const element = this.summary()?.nativeElement;
      if (this.attempt() === this.focusedAttempt) return;
      // Only a new attempt takes the focus; a field that becomes wrong while it is being written must not.
      this.focusedAttempt = this.attempt();
      element?.focus();
    });
  }
}
