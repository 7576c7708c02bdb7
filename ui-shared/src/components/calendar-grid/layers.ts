import { Component, inject, input, model } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { EntryKind } from './calendar-entry';
import { GridTexts } from './grid-texts';

export const ENTRY_KINDS: readonly EntryKind[] = ['reservation', 'group', 'offered', 'hold', 'other', 'absence', 'holiday', 'cancelled'];

/** Legend and switch of the layers in one: each kind with its own look, shown or hidden. */
@Component({
  selector: 'v-calendar-layers',
  imports: [TranslocoPipe],
  template: `
    <fieldset class="cal-layers">
      <legend class="label">{{ 'calendar.layers' | transloco }}</legend>
      @for (kind of kinds(); track kind) {
        <label class="cal-layer">
          <input type="checkbox" [checked]="!hidden().has(kind)" (change)="toggle(kind)" />
          <span class="cal-sample" [class]="'cal-' + kind" aria-hidden="true"></span>
          <span>{{ texts.kind(kind) }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class CalendarLayers {
  readonly kinds = input<readonly EntryKind[]>(ENTRY_KINDS);
  readonly hidden = model<ReadonlySet<EntryKind>>(new Set());
  protected readonly texts = inject(GridTexts);

  protected toggle(kind: EntryKind): void {
    const next = new Set(this.hidden());
    if (!next.delete(kind)) next.add(kind);
    this.hidden.set(next);
  }
}
