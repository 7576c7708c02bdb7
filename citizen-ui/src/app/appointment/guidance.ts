import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Localize } from '@vuoro/ui-shared';
import type { GuidanceView } from '@vuoro/ui-shared/api';

/** What to know before booking. The words about fear and danger come first: they decide whether to book at all. */
@Component({
  selector: 'app-guidance',
  imports: [TranslocoPipe],
  template: `
    @let texts = guidance();
    @if (texts.safety; as safety) {
      <div class="alert alert-warning">
        <p class="alert-title">{{ 'guidance.safety' | transloco }}</p>
        <p>{{ localize.text(safety) }}</p>
      </div>
    }
    <h2>{{ 'guidance.forWhom' | transloco }}</h2>
    <p>{{ localize.text(texts.forWhom) }}</p>
    @if (texts.whatHappens; as what) {
      <h2>{{ 'guidance.whatHappens' | transloco }}</h2>
      <p>{{ localize.text(what) }}</p>
    }
    @if (texts.bring; as bring) {
      <h2>{{ 'guidance.bring' | transloco }}</h2>
      <p>{{ localize.text(bring) }}</p>
    }
  `,
})
export class Guidance {
  readonly guidance = input.required<GuidanceView>();
  protected readonly localize = inject(Localize);
}
