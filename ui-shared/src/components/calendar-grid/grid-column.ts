import { Component, computed, inject, input } from '@angular/core';
import { isoOf } from '../../time/zone';
import { instantOnAxis, minuteOnAxis } from './axis';
import type { CalendarEntry, EntryKind } from './calendar-entry';
import type { Axis } from './axis';
import type { GridColumn, PlacedEntry } from './grid-model';
import { GridTexts } from './grid-texts';
import { shadeOf } from './shade';

/** One column. It is a component of its own so that a move of the keyboard redraws two columns and not all of them. */
@Component({
  selector: '[vGridColumn]',
  templateUrl: './grid-column.html',
  host: { role: 'gridcell', class: 'cal-column', '[style.background]': 'shade()' },
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

  /** False while columns in view are drawn first. */
  readonly drawn = input.required<boolean>();

  private readonly texts = inject(GridTexts);

  protected readonly boxes = computed(() => {
    const { column, entries } = this.column();
    if (!this.drawn()) return [];
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

  /** Null where the column has no working hours of its own; then the style sheet draws those of the grid. */
  protected readonly shade = computed(() => {
    const { column, time } = this.column();
    return column.working ? shadeOf(this.axis(), time, column.working) : null;
  });

  protected readonly nowTop = computed(() => {
    const now = this.now();
    const { time } = this.column();
    if (now === null || now < time.start || now >= time.end) return null;
    return this.percent(minuteOnAxis(this.axis(), time, now));
  });

  private box({ entry, start, end, lane, lanes, isBackground }: PlacedEntry, columnTitle: string): EntryBox {
    const isTall = end - start >= TALL_MINUTES;
    const icons = entry.icons?.map(({ glyph }) => glyph).join(' ') ?? '';
    const edges = [this.percent(start), 100 - ((lane + 1) / lanes) * 100, 100 - this.percent(end), (lane / lanes) * 100];
    return {
      id: entry.id,
      time: [markOf(entry), this.texts.time(entry.start)].join(''),
      text: `${entry.title} ${icons}${isTall && entry.description ? `\n${entry.description}` : ''}`,
      name: this.texts.entryName(entry, columnTitle),
      classes: classesOf(entry, isBackground, sizeOf(end - start), lanes > 1),
      hour: sizeOf(end - start) === 'long' ? start / 60 : null,
      inset: edges.map((edge) => `${edge.toFixed(3)}%`).join(' '),
    };
  }

  private percent(minutes: number): number {
    return (minutes / this.axis().length) * 100;
  }
}

/** From this height on there is room for a second line. */
const TALL_MINUTES = 40;

/** From this length on the beginning may be out of sight while the entry is seen: its text then goes along. */
const LONG_MINUTES = 240;

function sizeOf(minutes: number): 'short' | 'tall' | 'long' {
  if (minutes >= LONG_MINUTES) return 'long';
  return minutes >= TALL_MINUTES ? 'tall' : 'short';
}

/** The sign of each kind, from the letters of the font itself: a sign of another font costs a tenth of the drawing. */
const MARKS: Readonly<Record<EntryKind, string>> = {
  reservation: '',
  offered: '+\u2009',
  other: '•\u2009',
  absence: '/\u2009',
  holiday: '*\u2009',
  cancelled: '×\u2009',
  hold: '…\u2009',
  group: '&\u2009',
};

function markOf({ tone, kind }: CalendarEntry): string {
  if (tone === 'done') return '✓';
  return tone === 'missed' ? '?\u2009' : MARKS[kind];
}

/** Little on purpose: twenty columns hold thousands of these, and each node or binding more is seen in the drawing time. */
interface EntryBox {
  readonly id: string;
  readonly time: string;
  readonly text: string;
  readonly name: string;
  readonly classes: string;
  readonly inset: string;
  /** Of a long entry, at which hour of the axis it begins, for the printer; null: its text stays at its top. */
  readonly hour: number | null;
}

function classesOf(entry: CalendarEntry, isBackground: boolean, size: 'short' | 'tall' | 'long', isBeside: boolean): string {
  const classes = ['cal-entry', `cal-${entry.kind}`];
  if (entry.tone) classes.push(`cal-tone-${entry.tone}`);
  if (entry.movable) classes.push('cal-movable');
  if (entry.resizable) classes.push('cal-resizable');
  if (size !== 'tall') classes.push(`cal-${size}`);
  if (isBeside) classes.push('cal-beside');
  if (isBackground) classes.push('cal-background');
  return classes.join(' ');
}
