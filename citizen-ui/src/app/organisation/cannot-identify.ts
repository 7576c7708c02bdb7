import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { OfficeView } from '@vuoro/ui-shared/api';
import { Contacts } from './contacts';

/** Stands wherever one is asked to identify: nobody may be left without a way to book. */
@Component({
  selector: 'app-cannot-identify',
  imports: [Contacts, TranslocoPipe],
  template: `
    <section class="card" aria-labelledby="cannot-identify">
      <h2 id="cannot-identify" class="card-heading">{{ 'signIn.cannotTitle' | transloco }}</h2>
      <p>{{ 'signIn.cannotText' | transloco }}</p>
      <app-contacts [office]="office()" />
    </section>
  `,
})
export class CannotIdentify {
  readonly office = input<OfficeView | null>(null);
}
