import { Component, DestroyRef, computed, effect, inject, signal } from '@angular/core';
import { ActivatedRoute, Router, RouterOutlet } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialog, ErrorState, Localize, ServerNow, TimeFormat } from '@vuoro/ui-shared';
import { CalendarGrid, type CalendarEntry } from '@vuoro/ui-shared/calendar-grid';
import { LiveChanges } from '../live/live-changes';
import { rereadOnChange } from '../live/reread';
import { NarrowScreen } from '../shell/narrow-screen';
import { type CalendarAddress, writeAddress } from './calendar-address';
import { CalendarPanel } from './calendar-panel';
import { CalendarState } from './calendar-state';
import { CalendarToolbar } from './calendar-toolbar';
import { EntryDetails } from './entry-details';
import { dayRange } from './grid-columns';

/** Days of several people and rooms, or the week of one: read anew as soon as somebody changes something. */
@Component({
  selector: 'app-calendar-page',
  imports: [CalendarGrid, CalendarPanel, CalendarToolbar, Dialog, EntryDetails, ErrorState, RouterOutlet, TranslocoPipe],
  providers: [CalendarState],
  templateUrl: './calendar-page.html',
  styleUrl: './calendar-page.css',
})
export class CalendarPage {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly serverNow = inject(ServerNow);
  private readonly live = inject(LiveChanges);
  private readonly localize = inject(Localize);
  private readonly format = inject(TimeFormat);
  protected readonly state = inject(CalendarState);
  protected readonly narrow = inject(NarrowScreen);

  protected readonly now = this.serverNow.minute;
  protected readonly range = computed(() => dayRange(this.state.date()));
  protected readonly isLost = this.live.isLost;
  protected readonly panelOpen = signal(false);
  private readonly openedId = signal<string | null>(null);
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
      .map(({ date, name }) => `${this.format.shortDate(date)}: ${this.localize.text(name)}`)
      .join(' · '),
  );

  constructor() {
    rereadOnChange(this.state.answer);
    effect(() => {
      this.live.watch(this.state.shown());
    });
    inject(DestroyRef).onDestroy(() => {
      this.live.watch([]);
    });
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

  protected closeDetails(): void {
    this.openedId.set(null);
  }

  protected showOwn(): void {
    this.go({ who: [], one: null });
  }

  protected readAgain(): void {
    this.state.answer.reload();
  }
}
