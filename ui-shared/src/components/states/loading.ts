import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';

/** The shape of what is coming, and words for those who do not see it. */
@Component({
  selector: 'v-loading',
  imports: [TranslocoPipe],
  template: `
    <div role="status">
      <span class="visually-hidden">{{ label() || ('states.loading' | transloco) }}</span>
      @for (line of placeholders(); track line) {
        <span class="skeleton" aria-hidden="true"></span>
      }
    </div>
  `,
})
export class Loading {
  readonly label = input('');
  readonly lines = input(3);
  protected readonly placeholders = computed(() => Array.from({ length: this.lines() }, (_, line) => line));
}
