import {
  Component,
  DestroyRef,
  type ElementRef,
  Injector,
  afterNextRender,
  afterRenderEffect,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { Announcer } from '../announcer/announcer';
import { uniqueId } from '../unique-id';
import { hoursOf, instantOnAxis } from './axis';
import type { CalendarColumn, CalendarEntry, EntryMove, InstantRange, RangeSelection } from './calendar-entry';
import { type Cursor, firstCursor, keepCursor, moveCursor } from './cursor';
import { drawnInTurn } from './drawn-in-turn';
import { scrollToFirstView } from './first-view';
import { type Ghost, ghostOf, rangeOfGhost, samePlace } from './ghost';
import { stepGrab } from './grab-keys';
import { GridColumnView } from './grid-column';
import { type GridModel, findEntry, gridModel } from './grid-model';
import { keepUnchanged } from './keep-unchanged';
import { printedHours } from './printed-hours';
import { GridTexts } from './grid-texts';
import { PointerDrag, emptyPlaceOf } from './pointer-drag';
import { PointerGesture } from './pointer-gesture';
import { isoOf } from '../../time/zone';

/** People, rooms or days side by side over one axis of time. Everything the mouse can do the keyboard can too. */
@Component({
  selector: 'v-calendar-grid',
  imports: [GridColumnView, TranslocoPipe],
  templateUrl: './calendar-grid.html',
  host: {
    '(keydown)': 'press($event)',
    '(keyup)': 'release($event)',
    '(focusin)': 'focusMoved($event)',
    '(focusout)': 'focusLeft($event)',
    '(click)': 'activate($event)',
    '(pointerdown)': 'pointerDown($event)',
  },
})
export class CalendarGrid {
  readonly label = input.required<string>();
  readonly columns = input.required<readonly CalendarColumn[]>();
  readonly entries = input.required<readonly CalendarEntry[]>();
  /** The time of every column that has no range of its own: whole days of Finnish time, as a rule. */
  readonly range = input.required<InstantRange>();
  /** Step of moving and drawing, and length of an empty place of the keyboard. */
  readonly slotMinutes = input(15);
  /** Milliseconds since 1970 for the now-line; null draws none. */
  readonly now = input<number | null>(null);
  /** Minutes from midnight: what is in view at first, and what is not shaded. */
  readonly workingHours = input<{ readonly start: number; readonly end: number }>({ start: 480, end: 960 });
  /** False where nobody may draw an empty range. */
  readonly selectable = input(true);

  readonly entryOpened = output<CalendarEntry>();
  readonly rangeSelected = output<RangeSelection>();
  readonly entryMoved = output<EntryMove>();
  readonly entryResized = output<EntryMove>();

  private readonly announcer = inject(Announcer);
  private readonly texts = inject(GridTexts);
  private readonly injector = inject(Injector);
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  protected readonly helpId = uniqueId('calendar-help');
  protected readonly model = linkedSignal<GridModel, GridModel>({
    source: () => gridModel(this.columns(), this.entries(), this.range()),
    computation: (next, previous) => (previous ? keepUnchanged(previous.value, next) : next),
  }).asReadonly();
  protected readonly hours = computed(() => hoursOf(this.model().axis));
  protected readonly axisLength = computed(() => this.model().axis.length);
  protected readonly ghost = signal<Ghost | null>(null);
  protected readonly isGrabbed = signal(false);
  protected readonly cursor = linkedSignal<GridModel, Cursor | null>({
    source: this.model,
    computation: (model, previous) => {
      const step = untracked(this.slotMinutes);
      const kept = previous?.value ? keepCursor(model, previous.value, step) : null;
      return kept ?? firstCursor(model, untracked(this.workingHours).start - model.axis.top, step);
    },
  });
  protected readonly ghostText = computed(() => {
    const ghost = this.ghost();
    const range = ghost && rangeOfGhost(this.model(), ghost);
    return range ? `${this.texts.time(range.start)}–${this.texts.time(range.end)}` : '';
  });
  protected readonly offHours = computed(() => {
    const { top, length } = this.model().axis;
    const { start, end } = this.workingHours();
    const share = (minute: number): number => Math.min(Math.max(((minute - top) / length) * 100, 0), 100);
    return { before: share(start), after: 100 - share(end) };
  });

  /** In hours from the top: what a printed day holds, which has no place for the night. */
  protected readonly printed = computed(() => printedHours(this.model(), this.workingHours()));

  protected readonly drawnColumns = drawnInTurn(this.columns);
  private readonly gesture = new PointerGesture(this.ghost, (ghost) => {
    if (ghost.what === 'select') this.select(ghost.column, ghost.start, ghost.end);
    else this.commit(ghost);
  });
  private hadFocus = false;

  constructor() {
    afterNextRender(() => {
      scrollToFirstView(this.scroller().nativeElement, this.offHours());
    });
    // When others change the data, the focused element may be gone; the keyboard must not fall out of the grid.
    afterRenderEffect(() => {
      this.model();
      if (this.hadFocus && document.activeElement === document.body) untracked(() => this.focusCursor());
    });
    inject(DestroyRef).onDestroy(() => {
      this.gesture.end();
    });
  }

  protected hour(hour: number): string {
    return String(hour).padStart(2, '0');
  }

  protected focusedIn(column: number): string | null {
    const cursor = this.cursor();
    return cursor?.at === 'entry' && cursor.column === column ? cursor.id : null;
  }

  protected slotIn(column: number): { readonly start: number; readonly end: number } | null {
    const cursor = this.cursor();
    return cursor?.at === 'slot' && cursor.column === column ? cursor : null;
  }

  protected press(event: KeyboardEvent): void {
    const cursor = this.cursor();
    if (!cursor || event.altKey || event.metaKey) return;
    if (this.isGrabbed()) {
      this.pressGrabbed(event);
      return;
    }
    if (cursor.at === 'entry' && (event.key === ' ' || event.key.toLowerCase() === 'm')) {
      event.preventDefault();
      this.grab(cursor.id);
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.open(cursor);
      return;
    }
    const press = { key: event.key, shift: event.shiftKey, ctrl: event.ctrlKey };
    const next = moveCursor(this.model(), cursor, press, this.slotMinutes());
    if (!next) {
      // At the edge the page must not scroll away under the reader.
      if (event.key.startsWith('Arrow')) event.preventDefault();
      return;
    }
    event.preventDefault();
    this.cursor.set(next);
    this.focusCursor();
  }

  /** Firefox presses a button when Space is let go, also when its going down was ours. */
  protected release(event: KeyboardEvent): void {
    if (event.key === ' ') event.preventDefault();
  }

  protected focusMoved(event: Event): void {
    this.hadFocus = true;
    const id = entryId(event.target);
    const found = id === null ? null : findEntry(this.model(), id);
    const cursor = this.cursor();
    if (!found || (cursor?.at === 'entry' && cursor.id === id)) return;
    this.cursor.set({ at: 'entry', column: found.column, id: found.placed.entry.id, start: found.placed.start });
  }

  protected focusLeft(event: FocusEvent): void {
    const inside = event.relatedTarget instanceof Node && this.scroller().nativeElement.contains(event.relatedTarget);
    // A removed element also leaves, with nowhere to go to: that is not the reader's wish.
    if (inside || event.relatedTarget === null) return;
    this.hadFocus = false;
    if (this.isGrabbed()) this.putBack();
  }

  protected activate(event: MouseEvent): void {
    if (this.gesture.takesClick()) return;
    // Focus came first and moved the cursor here; a screen reader's click may come without it.
    this.focusMoved(event);
    const cursor = this.cursor();
    if (this.isGrabbed() || !(event.target instanceof Element)) return;
    const meant = event.target.closest('[data-entry]:not(.cal-background), [data-slot]') !== null;
    if (meant && cursor) this.open(cursor);
    else this.selectAt(event);
  }

  /** A click on an empty place chooses one slot of it. */
  private selectAt(event: MouseEvent): void {
    const place = emptyPlaceOf(this.model(), this.scroller().nativeElement, event);
    if (!place) return;
    const slot = this.slotMinutes();
    const start = Math.min(Math.floor(place.minute / slot) * slot, this.model().axis.length - slot);
    this.select(place.column, start, start + slot);
  }

  protected pointerDown(event: PointerEvent): void {
    if (this.isGrabbed()) this.putBack();
    const drag = PointerDrag.begin(this.model(), this.scroller().nativeElement, this.slotMinutes(), event);
    this.gesture.begin(drag, this.selectable());
  }

  private select(column: number, start: number, end: number): void {
    const target = this.model().columns[column];
    if (!target || !this.selectable()) return;
    const iso = (minute: number): string => isoOf(instantOnAxis(this.model().axis, target.time, minute));
    this.cursor.set({ at: 'slot', column, start, end, anchor: start });
    // The focus is there before the owner opens anything, so that it comes back there.
    this.focusCursor(() => {
      this.rangeSelected.emit({ columnId: target.column.id, start: iso(start), end: iso(end) });
    });
  }

  private open(cursor: Cursor): void {
    if (cursor.at === 'slot') {
      this.select(cursor.column, cursor.start, cursor.end);
      return;
    }
    const entry = findEntry(this.model(), cursor.id)?.placed.entry;
    if (entry) this.entryOpened.emit(entry);
  }

  private grab(id: string): void {
    const ghost = ghostOf(this.model(), id, 'move');
    const entry = findEntry(this.model(), id)?.placed.entry;
    if (ghost) {
      this.ghost.set(ghost);
      this.isGrabbed.set(true);
    }
    if (entry) this.announcer.say(ghost ? this.texts.grabbed(entry) : this.texts.notMovable(entry), 'assertive');
  }

  private pressGrabbed(event: KeyboardEvent): void {
    const ghost = this.ghost();
    if (!ghost || event.key === 'Tab') return;
    event.preventDefault();
    if (event.key === 'Escape') this.putBack();
    else if (event.key === 'Enter' || event.key === ' ') this.drop(ghost);
    else {
      const next = stepGrab(this.model(), ghost, event.key, event.shiftKey, this.slotMinutes());
      if (!next) return;
      this.ghost.set(next);
      const range = rangeOfGhost(this.model(), next);
      if (range) this.announcer.say(this.texts.movedTo(range, this.titleOf(next.column)), 'assertive');
    }
  }

  private drop(ghost: Ghost): void {
    this.isGrabbed.set(false);
    this.ghost.set(null);
    const range = rangeOfGhost(this.model(), ghost);
    if (range) this.announcer.say(this.texts.dropped(range, this.titleOf(ghost.column)));
    this.commit(ghost);
  }

  private putBack(): void {
    const entry = this.ghost()?.entry;
    this.isGrabbed.set(false);
    this.ghost.set(null);
    if (entry) this.announcer.say(this.texts.putBack(entry));
  }

  private commit(ghost: Ghost): void {
    const range = rangeOfGhost(this.model(), ghost);
    const { entry } = ghost;
    if (!range || !entry || samePlace(this.model(), ghost)) return;
    const sameStart = range.columnId === entry.columnId && Date.parse(range.start) === Date.parse(entry.start);
    (sameStart ? this.entryResized : this.entryMoved).emit({ entry, ...range });
  }

  private titleOf(column: number): string {
    return this.model().columns[column]?.column.title ?? '';
  }

  private focusCursor(then?: () => void): void {
    const focus = (): void => {
      this.focusElement();
      then?.();
    };
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  private focusElement(): void {
    const cursor = this.cursor();
    if (!cursor) return;
    const selector = cursor.at === 'slot' ? '[data-slot]' : `[data-entry="${cursor.id.replaceAll(/["\\]/g, '\\$&')}"]`;
    this.scroller().nativeElement.querySelector<HTMLElement>(selector)?.focus();
  }
}

function entryId(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-entry]')?.dataset['entry'] ?? null) : null;
}
