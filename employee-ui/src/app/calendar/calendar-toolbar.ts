import { Component, computed, inject, output } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Language, TimeFormat, addDays, isoWeek, startOfWeek } from '@vuoro/ui-shared';
import type { CalendarAddress, CalendarViewName } from './calendar-address';
import { CalendarState } from './calendar-state';
import { PlanningRights } from './planning/planning-rights';
import { ENTRY_CHOICES } from './planning/planning-rules';

/** Where in time one is, and the way to the next day or week; with several chosen, whose column is shown. */
@Component({
  selector: 'app-calendar-toolbar',
  imports: [TranslocoPipe],
  templateUrl: './calendar-toolbar.html',
  styleUrl: './calendar-toolbar.css',
})
export class CalendarToolbar {
  readonly changed = output<Partial<CalendarAddress>>();
  readonly choicesAsked = output();
  readonly entryAsked = output();

  private readonly format = inject(TimeFormat);
  private readonly texts = inject(TranslocoService);
  private readonly language = inject(Language);
  private readonly rights = inject(PlanningRights);
  protected readonly state = inject(CalendarState);
  protected readonly mayAdd = computed(() => ENTRY_CHOICES.some((choice) => this.rights.may(choice)));

  protected readonly heading = computed(() => {
    this.language.current();
    const date = this.state.date();
    const week: string = this.texts.translate('schedule.week', { week: isoWeek(date).week });
    if (!this.state.isWeek()) return `${this.format.date(date)} · ${week}`;
    const monday = startOfWeek(date);
    return `${week} · ${this.format.shortDate(monday)} – ${this.format.date(addDays(monday, 6))}`;
  });
  protected readonly choices = computed(() => {
    if (!this.state.isSingle() || this.state.chosen().length < 2) return [];
    const choices = this.state.chosen().map((id) => ({ id, name: this.state.nameOf(id) }));
    // A failure has left no names: an empty box says nothing. While they are awaited it keeps its place.
    return this.state.answer.error() && choices.every(({ name }) => name === '') ? [] : choices;
  });
  protected readonly isToday = computed(() => this.state.date() === this.state.today());

  protected print(): void {
    window.print();
  }

  protected step(direction: 1 | -1): void {
    this.changed.emit({ date: addDays(this.state.date(), direction * (this.state.isWeek() ? 7 : 1)) });
  }

  protected goToToday(): void {
    this.changed.emit({ date: null });
  }

  protected show(view: CalendarViewName): void {
    this.changed.emit({ view });
  }

  protected showOne(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.changed.emit({ one: event.target.value });
  }
}
