import { Component, input } from '@angular/core';

/** An empty list: what it would hold, and (as content) the next step. */
@Component({
  selector: 'v-empty-state',
  template: `
    <div class="empty-state">
      <p class="alert-title">{{ heading() }}</p>
      <ng-content />
    </div>
  `,
})
export class EmptyState {
  readonly heading = input.required<string>();
}
