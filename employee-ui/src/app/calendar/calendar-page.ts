import { Component, DestroyRef, computed, effect, inject, signal, viewChild } from '@angular/core';
import { ActivatedRoute, Router, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialog, ErrorState, Localize, ServerNow, TimeFormat, dateOf, instantOf, isoOf } from '@vuoro/ui-shared';
import { CalendarGrid, type CalendarEntry, type EntryMove, type RangeSelection } from '@vuoro/ui-shared/calendar-grid';
import { Directory } from '../directory/directory';
import type { HalfDone } from '../leave/leave-guard';
import { LeaveQuestion } from '../leave/leave-question';
import { LiveChanges } from '../live/live-changes';
import { rereadOnChange } from '../live/reread';
import { ShownOnPage } from '../live/shown-reservations';
import { NarrowScreen } from '../shell/narrow-screen';
import { type CalendarAddress, writeAddress } from './calendar-address';
import { CalendarPanel } from './calendar-panel';
import { CalendarState } from './calendar-state';
import { CalendarToolbar } from './calendar-toolbar';
import { EntryDetails } from './entry-details';
import { dayRange, startingHour } from './grid-columns';
import { EntryActions } from './planning/entry-actions';
import { NewEntryDraft } from './planning/new-entry-draft';
import { NewEntryForm } from './planning/new-entry-form';

/** Days of several people and rooms, or the week of one: read anew as soon as somebody changes something. */
@Component({
  selector: 'app-calendar-page',
  imports: [
    CalendarGrid,
    CalendarPanel,
    CalendarToolbar,
    Dialog,
    EntryActions,
    EntryDetails,
    ErrorState,
    LeaveQuestion,
    NewEntryForm,
    RouterOutlet,
    TranslocoPipe,
  ],
  providers: [CalendarState, NewEntryDraft],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
})
export class CalendarPage implements HalfDone {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly serverNow = inject(ServerNow);
  private readonly live = inject(LiveChanges);
  private readonly shownOnPage = inject(ShownOnPage);
  private readonly localize = inject(Localize);
  private readonly format = inject(TimeFormat);
  private readonly directory = inject(Directory);
  protected readonly state = inject(CalendarState);
  protected readonly narrow = inject(NarrowScreen);

  protected readonly now = this.serverNow.minute;
  protected readonly range = computed(() => dayRange(this.state.date()));
  protected readonly lostAt = computed(() => {
    const since = this.live.lostSince();
    return since === null ? null : this.format.time(isoOf(since));
  });
  protected readonly panelOpen = signal(false);
  protected readonly isAdding = signal(false);
  private readonly draft = inject(NewEntryDraft);
  protected readonly isHalfDone = computed(() => this.isAdding() && this.draft.isHalfDone());
  private readonly question = viewChild.required(LeaveQuestion);
  protected readonly openedId = signal<string | null>(null);
  /** Null also when others have changed it meanwhile so that it stands there no more. */
  protected readonly opened = computed(() => {
    const id = this.openedId();
    return id === null ? null : this.state.sourceOf(id);
  });
  protected readonly label = computed(() =>
    this.state.isWeek() ? this.state.nameOf(this.state.one() ?? '') : this.format.spokenDay(this.state.date()),
  );
  protected readonly holidayNames = computed(() =>
    this.state
      .holidays()
      // A day has its date above already.
      .map(({ date, name }) =>
        this.state.isWeek() ? `${this.format.shortDate(date)} ${this.localize.text(name)}` : this.localize.text(name),
      )
      .join(' · '),
  );

  constructor() {
    rereadOnChange(this.state.answer);
    effect(() => {
      this.live.watch(this.state.shown());
    });
    effect(() => {
      this.shownOnPage.show(this.state.shownReservations());
    });
    inject(DestroyRef).onDestroy(() => {
      this.live.watch([]);
      this.shownOnPage.show(null);
    });
  }

  mayLeave(): boolean | Promise<boolean> {
    return !this.isHalfDone() || this.question().ask();
  }

  protected go(change: Partial<CalendarAddress>): void {
    void this.router.navigate([], { relativeTo: this.route, queryParams: writeAddress(change), queryParamsHandling: 'merge' });
  }

  protected open(entry: CalendarEntry): void {
    const source = this.state.sourceOf(entry.id);
    if (source === null) return;
    if (source.reservationId === null) this.openedId.set(entry.id);
    else void this.router.navigate(['reservations', source.reservationId], { relativeTo: this.route });
  }

  /** The form way: at the present hour of the day that is shown, for whose calendar is open. */
  protected addEntry(): void {
    const first = this.state.columns()[0];
    const day = this.state.columns().find(({ range }) => dateOf(instantOf(range.start)) === this.state.date()) ?? first;
    if (day) this.addAt({ columnId: day.id, ...startingHour(this.state.date(), this.now()) });
  }

  protected addAt({ columnId, start, end }: RangeSelection): void {
    const column = this.state.columnBy(columnId);
    if (column === null) return;
    const isPerson = column.subjectKind === 'EMPLOYEE';
    const [employeeId, roomId] = isPerson ? [column.subjectId, null] : [null, column.subjectId];
    this.draft.begin({ employeeId, roomId, startsAt: start, endsAt: end });
    this.isAdding.set(true);
  }

  protected async stopAdding(): Promise<void> {
    if (await this.mayLeave()) this.isAdding.set(false);
  }

  /** The drawer asks before anything is done: nothing has moved yet. */
  protected move({ entry, columnId, start }: EntryMove): void {
    const reservationId = this.state.sourceOf(entry.id)?.reservationId ?? null;
    const column = this.state.columnBy(columnId);
    if (reservationId === null || column === null) return;
    const moveTo = {
      startsAt: start,
      subject: { id: column.subjectId, name: this.state.nameOf(column.subjectId) },
      offered: this.state.offeredAt(columnId, start),
    };
    void this.router.navigate(['reservations', reservationId], { relativeTo: this.route, state: { moveTo } });
  }

  protected closeDetails(): void {
    this.openedId.set(null);
  }

  protected showOwn(): void {
    this.go({ who: [], one: null });
  }

  protected showChange(): void {
    this.live.changedHere();
  }

  /** Both what is shown and whom one may choose, if both have failed. */
  protected readAgain(): void {
    this.state.answer.reload();
    this.directory.readAgain();
  }
}
