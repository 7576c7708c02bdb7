import { Component, computed, inject, linkedSignal, output } from '@angular/core';
import { MonthView } from '@vuoro/ui-shared';
import { CalendarLayers, type EntryKind } from '@vuoro/ui-shared/calendar-grid';
import { NarrowScreen } from '../shell/narrow-screen';
import type { CalendarAddress } from './calendar-address';
import { CalendarState } from './calendar-state';
import { SubjectPicker } from './picker/subject-picker';

/** Day, people and layers: beside the calendar on a large screen, in a drawer on a small one. */
@Component({
  selector: 'app-calendar-panel',
  imports: [CalendarLayers, MonthView, SubjectPicker],
  template: `
    <v-month-view class="panel-month" [(month)]="month" [selected]="state.date()" (dayChosen)="changed.emit({ date: $event })" />
    <app-subject-picker
      [chosen]="state.chosen()"
      [one]="state.isWeek() ? state.one() : null"
      [isFailureTold]="isFailureTold()"
      (changed)="changed.emit($event)"
    />
    <v-calendar-layers [hidden]="state.address().hidden" (hiddenChange)="hide($event)" />
  `,
  styleUrl: './calendar-panel.css',
})
export class CalendarPanel {
  readonly changed = output<Partial<CalendarAddress>>();
  protected readonly state = inject(CalendarState);
  private readonly narrow = inject(NarrowScreen);
  /** On a narrow screen this is a drawer, behind which nothing is read. */
  protected readonly isFailureTold = computed(() => !this.narrow.isNarrow() && this.state.answer.error() !== undefined);
  protected readonly month = linkedSignal(() => this.state.date());

  protected hide(hidden: ReadonlySet<EntryKind>): void {
    this.changed.emit({ hidden });
  }
}
