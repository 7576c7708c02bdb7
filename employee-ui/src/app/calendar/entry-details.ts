import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Localize, TimeFormat } from '@vuoro/ui-shared';
import type { CalendarEntryView } from '@vuoro/ui-shared/api';
import { Session } from '../session/session';
import { CalendarState } from './calendar-state';
import { EntryTexts } from './entry-texts';
import { kindOf } from './grid-entries';

/** What may be told of an entry that has no drawer: time on offer, other work, absence, or only that it is taken. */
@Component({ selector: 'app-entry-details', imports: [RouterLink, TranslocoPipe], templateUrl: './entry-details.html' })
export class EntryDetails {
  readonly entry = input.required<CalendarEntryView>();
  /** On to another page, which must not open under these details. */
  readonly left = output();

  private readonly localize = inject(Localize);
  private readonly texts = inject(EntryTexts);
  private readonly state = inject(CalendarState);
  protected readonly format = inject(TimeFormat);

  private readonly session = inject(Session);
  /** The offered time to book, if there is a place in it and somebody who may. One of several types is chosen there. */
  protected readonly toBook = computed(() => {
    const { kind, offeredTimeIds, taken, capacity } = this.entry();
    const hasPlace = kind === 'OFFERED' || (kind === 'GROUP' && taken < capacity);
    return hasPlace && this.session.may('RESERVATION_CREATE') ? (offeredTimeIds[0] ?? null) : null;
  });
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
