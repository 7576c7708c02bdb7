import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { problemOf } from '../../api/problem';
import { ProblemTexts } from '../../api/problem-texts';

/** Refusals that the reader can do something about: the id of the request would only be in the way. */
const OWN_TO_MEND: readonly number[] = [400, 401, 409, 412, 422, 429];

/** A failure in place of the content: what happened, what to do now, and a button to try again. */
@Component({
  selector: 'v-error-state',
  imports: [TranslocoPipe],
  template: `
    <div class="alert alert-danger" role="alert">
      <p class="alert-title">{{ 'states.errorTitle' | transloco }}</p>
      <p>{{ text() }}</p>
      @if (requestId(); as id) {
        <p class="small muted">{{ 'states.requestId' | transloco: { id } }}</p>
      }
      @if (canRetry()) {
        <button type="button" class="button" (click)="retry.emit()">{{ 'states.retry' | transloco }}</button>
      }
      <ng-content />
    </div>
  `,
})
export class ErrorState {
  /** Anything that was thrown: an `ApiProblem`, a resource's `error()`. */
  readonly error = input.required<unknown>();
  readonly canRetry = input(true);
  readonly retry = output();

  private readonly texts = inject(ProblemTexts);
  protected readonly text = computed(() => this.texts.of(this.error()));
  protected readonly requestId = computed(() => {
    const { status, requestId } = problemOf(this.error());
    return OWN_TO_MEND.includes(status) ? null : requestId;
  });
}
