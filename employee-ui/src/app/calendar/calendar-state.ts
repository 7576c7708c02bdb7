import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import {
  type CalendarColumnView,
  type CalendarEntryView,
  type CalendarView,
  readCalendarDay,
  readCalendarWeek,
} from '@vuoro/ui-shared/api';
import { Localize, ServerNow, TimeFormat, dateOf } from '@vuoro/ui-shared';
import { Directory } from '../directory/directory';
import { Session } from '../session/session';
import type { ShownReservations } from '../live/shown-reservations';
import { NarrowScreen } from '../shell/narrow-screen';
import { readAddress } from './calendar-address';
import type { InstantRange } from '@vuoro/ui-shared/calendar-grid';
import { EntryTexts } from './entry-texts';
import { dayRange, daysOfWeek, holidayEntries, hoursInView, workingOf } from './grid-columns';
import { type ShownColumn, gridEntries, isBusy, kindOf, overlaps } from './grid-entries';
import { type OfferedPlace, offeredNear } from './offered-near';

/** What the open calendar shows: the address, the answer for it, and both as columns and entries of the grid. */
@Injectable()
export class CalendarState {
  private readonly directory = inject(Directory);
  private readonly session = inject(Session);
  private readonly narrow = inject(NarrowScreen);
  private readonly localize = inject(Localize);
  private readonly format = inject(TimeFormat);
  private readonly entryTexts = inject(EntryTexts);
  private readonly now = inject(ServerNow);

  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  readonly address = computed(() => readAddress(this.params()));

  readonly today = computed(() => dateOf(this.now.minute()));
  readonly date = computed(() => this.address().date ?? this.today());
  readonly isWeek = computed(() => this.address().view === 'week');

  readonly chosen = computed(
    (): readonly string[] => {
      const { who } = this.address();
      const own = this.session.view()?.employeeId;
      return who.length > 0 || !own ? who : [own];
    },
    { equal: sameIds },
  );
  /** A week shows one, and so does a narrow screen. */
  readonly isSingle = computed(() => this.isWeek() || this.narrow.isNarrow());
  readonly one = computed(() => {
    const { one } = this.address();
    return one !== null && this.chosen().includes(one) ? one : (this.chosen()[0] ?? null);
  });
  readonly shown = computed(
    (): readonly string[] => {
      const one = this.one();
      return this.isSingle() && one !== null ? [one] : this.chosen();
    },
    { equal: sameIds },
  );

  readonly answer = httpResource<CalendarView>(() => {
    const [first] = this.shown();
    if (first === undefined) return undefined;
    if (this.isWeek()) return { url: readCalendarWeek.PATH, params: { employeeId: first, date: this.date() } };
    return { url: readCalendarDay.PATH, params: { subjectId: this.shown(), date: this.date() } };
  });
  private readonly view = computed(() => (this.answer.hasValue() ? this.answer.value() : null));

  readonly columns = computed(() => (this.isWeek() ? this.columnsOfWeek() : this.columnsOfDay()));
  readonly workingHours = computed(() => hoursInView(this.view()?.columns ?? []), {
    equal: (a, b) => a.start === b.start && a.end === b.end,
  });
  readonly holidays = computed(() => this.view()?.holidays ?? []);

  private readonly allEntries = computed(() =>
    gridEntries(this.view()?.entries ?? [], this.columns(), this.entryTexts.words(), this.session.may('RESERVATION_MOVE')),
  );
  private readonly closedDays = computed(() => holidayEntries(this.holidays(), this.columns(), ({ name }) => this.localize.text(name)));
  readonly entries = computed(() => {
    const { hidden } = this.address();
    return [...this.closedDays(), ...this.allEntries()].filter(({ kind }) => !hidden.has(kind));
  });
  readonly isEmpty = computed(() => this.view() !== null && this.allEntries().length === 0);
  /** How many stand there but are switched off. */
  readonly hiddenCount = computed(() => {
    const { hidden } = this.address();
    return this.view()?.entries.filter((entry) => hidden.has(kindOf(entry))).length ?? 0;
  });

  /** Those that the reader may open, for the one that is open over the calendar. */
  readonly shownReservations = computed((): ShownReservations | null => {
    const view = this.view();
    if (view === null) return null;
    const versions = new Map<string, number>();
    for (const { reservationId, version } of view.entries)
      if (reservationId !== null && version !== null) versions.set(reservationId, version);
    return { question: [this.isWeek() ? 'week' : 'day', this.date(), ...this.shown()].join(), versions };
  });

  nameOf(subjectId: string): string {
    return this.localize.text(this.columnOf(subjectId)?.title ?? this.directory.nameOf(subjectId));
  }

  sourceOf(entryId: string): CalendarEntryView | null {
    return this.allEntries().find(({ id }) => id === entryId)?.source ?? null;
  }

  columnBy(columnId: string): ShownColumn | null {
    return this.columns().find(({ id }) => id === columnId) ?? null;
  }

  /** Whether something of what is shown keeps the person busy then. */
  isTaken(subjectId: string, span: InstantRange): boolean {
    const entries = this.view()?.entries ?? [];
    return entries.some((entry) => entry.subjectIds.includes(subjectId) && isBusy(entry) && overlaps(entry, span));
  }

  /** Where a reservation would go that is dropped there. */
  offeredAt(columnId: string, startsAt: string): OfferedPlace[] {
    return offeredNear(this.allEntries(), columnId, startsAt);
  }

  private columnsOfDay(): ShownColumn[] {
    const range = dayRange(this.date());
    return this.shown().map((subjectId) => {
      const known = this.columnOf(subjectId);
      const subtitle = this.localize.text(known?.subtitle);
      // Until the answer comes the headings already stand, so that nothing jumps when it does.
      const title = this.nameOf(subjectId) || '…';
      return {
        id: subjectId,
        subjectId,
        subjectKind: known?.kind ?? null,
        title,
        range,
        ...(subtitle ? { subtitle } : {}),
        ...workingOf(known),
      };
    });
  }

  private columnsOfWeek(): ShownColumn[] {
    const subjectId = this.one();
    if (subjectId === null) return [];
    const days = daysOfWeek(this.date(), this.view()?.entries ?? [], this.view()?.columns ?? []);
    const known = this.columnOf(subjectId);
    const common = { subjectId, subjectKind: known?.kind ?? null, ...workingOf(known) };
    return days.map((date) => ({ ...common, id: date, title: this.format.shortDate(date), range: dayRange(date) }));
  }

  private columnOf(subjectId: string): CalendarColumnView | undefined {
    return this.view()?.columns.find((column) => column.subjectId === subjectId);
  }
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}
