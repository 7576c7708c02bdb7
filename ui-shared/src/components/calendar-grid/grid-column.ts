import { Component, computed, inject, input } from '@angular/core';
import { isoOf } from '../../time/zone';
import { instantOnAxis, minuteOnAxis } from './axis';
import type { CalendarEntry } from './calendar-entry';
import type { Axis } from './axis';
import type { GridColumn, PlacedEntry } from './grid-model';
import { GridTexts } from './grid-texts';

/** One column. It is a component of its own so that a move of the keyboard redraws two columns and not all of them. */
@Component({
  selector: '[vGridColumn]',
  templateUrl: './grid-column.html',
  host: { role: 'gridcell', class: 'cal-column', '[attr.aria-label]': 'column().column.title' },
})
export class GridColumnView {
  readonly column = input.required<GridColumn>({ alias: 'vGridColumn' });
  readonly axis = input.required<Axis>();
  /** Id of the entry that the keyboard stands on, when it stands in this column. */
  readonly focusedId = input.required<string | null>();
  readonly slotStart = input.required<number | null>();
  readonly slotEnd = input.required<number | null>();
  /** Milliseconds since 1970, or null when there is no now-line. */
  readonly now = input.required<number | null>();

  private readonly texts = inject(GridTexts);

  protected readonly boxes = computed(() => {
    const { column, entries } = this.column();
    return entries.map((placed) => this.box(placed, column.title));
  });

  protected readonly slot = computed(() => {
    const [start, end] = [this.slotStart(), this.slotEnd()];
    if (start === null || end === null) return null;
    const { column, time } = this.column();
    const range = { start: isoOf(instantOnAxis(this.axis(), time, start)), end: isoOf(instantOnAxis(this.axis(), time, end)) };
    return {
      top: this.percent(start),
      height: this.percent(end - start),
      name: this.texts.emptyName(range, column.title),
    };
  });

  protected readonly nowTop = computed(() => {
    const now = this.now();
    const { time } = this.column();
    if (now === null || now < time.start || now >= time.end) return null;
    return this.percent(minuteOnAxis(this.axis(), time, now));
  });

  private box(placed: PlacedEntry, columnTitle: string): EntryBox {
    const { entry, start, end, lane, lanes } = placed;
    return {
      entry,
      time: this.texts.time(entry.start),
      name: this.texts.entryName(entry, columnTitle),
      classes: classesOf(placed),
      top: this.percent(start),
      height: this.percent(end - start),
      left: (lane / lanes) * 100,
      width: 100 / lanes,
    };
  }

  private percent(minutes: number): number {
    return (minutes / this.axis().length) * 100;
  }
}

interface EntryBox {
  readonly entry: CalendarEntry;
  readonly time: string;
  readonly name: string;
  readonly classes: string;
  readonly top: number;
  readonly height: number;
  readonly left: number;
  readonly width: number;
}

function classesOf({ entry, start, end }: PlacedEntry): string {
  const classes = ['cal-entry', `cal-${entry.kind}`];
  if (entry.tone) classes.push(`cal-tone-${entry.tone}`);
  if (entry.movable) classes.push('cal-movable');
  if (end - start < 40) classes.push('cal-short');
  return classes.join(' ');
}
