import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Localize, TimeFormat } from '@vuoro/ui-shared';
import type { CalendarEntryView } from '@vuoro/ui-shared/api';
import { CalendarState } from './calendar-state';
import { EntryTexts } from './entry-texts';
import { kindOf } from './grid-entries';

/** What may be told of an entry that has no drawer: time on offer, other work, absence, or only that it is taken. */
@Component({ selector: 'app-entry-details', imports: [TranslocoPipe], templateUrl: './entry-details.html' })
export class EntryDetails {
  readonly entry = input.required<CalendarEntryView>();

  private readonly localize = inject(Localize);
  private readonly texts = inject(EntryTexts);
  private readonly state = inject(CalendarState);
  protected readonly format = inject(TimeFormat);

  protected readonly kind = computed(() => kindOf(this.entry()));
  protected readonly isBusy = computed(() => this.entry().disclosure === 'BUSY' && this.entry().kind !== 'ABSENCE');
  protected readonly types = computed(() =>
    this.entry()
      .typeNames.map((name) => this.localize.text(name))
      .join(', '),
  );
  protected readonly people = computed(() =>
    this.entry()
      .subjectIds.map((id) => this.state.nameOf(id))
      .filter(Boolean)
      .join(', '),
  );
  protected readonly room = computed(() => this.localize.text(this.entry().roomName));
  protected readonly filled = computed(() => {
    const { capacity, taken } = this.entry();
    return capacity > 1 ? this.texts.words().filled(taken, capacity) : '';
  });
  protected readonly mode = computed(() => {
    const { mode } = this.entry();
    return mode === null ? '' : this.texts.words().mode(mode).full;
  });
}
