import { type Ghost, drawGhost, ghostOf, moveGhost, resizeGhost } from './ghost';
import type { GridModel } from './grid-model';

const THRESHOLD_PX = 4;
const RESIZE_EDGE_PX = 7;
const SCROLL_EDGE_PX = 32;
const SCROLL_STEP_PX = 14;

/** Where the pointer is, in the grid's own measures. */
interface Place {
  readonly column: number;
  readonly minute: number;
}

/** The empty place under the pointer; null where an entry lies, or outside the columns. */
export function emptyPlaceOf(model: GridModel, scroller: HTMLElement, event: MouseEvent): Place | null {
  const columns = columnsOf(scroller);
  const { target } = event;
  if (!(target instanceof Element) || entryAt(target) !== null) return null;
  return columns.some((column) => column.contains(target)) ? placeOf(model, columns, event) : null;
}

/** What the pointer went down on. */
interface Grip {
  readonly place: Place;
  readonly original: Ghost | null;
  readonly x: number;
  readonly y: number;
}

/**
 * One drag by mouse or pen, from pointer-down to pointer-up. Only a ghost moves: the entry's own element stays in its
 * column, since an element that changes its parent loses the pointer. Touch is left to scrolling; a tap opens.
 */
export class PointerDrag {
  private moving = false;
  private readonly grip: Grip;

  private constructor(
    private readonly model: GridModel,
    private readonly scroller: HTMLElement,
    private readonly columns: readonly HTMLElement[],
    private readonly slot: number,
    event: PointerEvent,
    original: Ghost | null,
  ) {
    this.grip = { place: placeOf(model, columns, event), original, x: event.clientX, y: event.clientY };
  }

  /** Null when there is nothing to drag here. */
  static begin(model: GridModel, scroller: HTMLElement, slot: number, event: PointerEvent): PointerDrag | null {
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return null;
    const columns = columnsOf(scroller);
    if (!columns.some((column) => column.contains(event.target as Element))) return null;
    const element = entryAt(event.target);
    if (!element) return new PointerDrag(model, scroller, columns, slot, event, null);
    const bottom = element.getBoundingClientRect().bottom;
    const isEdge = bottom - event.clientY < RESIZE_EDGE_PX && element.offsetHeight > 2 * RESIZE_EDGE_PX;
    const id = element.dataset['entry'] ?? '';
    const original = (isEdge ? ghostOf(model, id, 'resize') : null) ?? ghostOf(model, id, 'move');
    return original && new PointerDrag(model, scroller, columns, slot, event, original);
  }

  /** The ghost for where the pointer is now; null until it has moved enough to be meant. */
  to(event: PointerEvent): Ghost | null {
    const { grip } = this;
    this.moving ||= Math.hypot(event.clientX - grip.x, event.clientY - grip.y) >= THRESHOLD_PX;
    if (!this.moving) return null;
    this.scrollAtEdges(event);
    const place = placeOf(this.model, this.columns, event);
    const { original } = grip;
    if (!original) return drawGhost(grip.place.column, grip.place.minute, place.minute, this.slot);
    if (original.what === 'resize') {
      const end = Math.round(place.minute / this.slot) * this.slot;
      return resizeGhost(this.model, original, end - original.end, this.slot);
    }
    const wanted = original.start + place.minute - grip.place.minute;
    const start = Math.round(wanted / this.slot) * this.slot;
    return moveGhost(this.model, original, place.column - original.column, start - original.start);
  }

  private scrollAtEdges(event: PointerEvent): void {
    const rect = this.scroller.getBoundingClientRect();
    const towards = (at: number, low: number, high: number): number =>
      at < low + SCROLL_EDGE_PX ? -SCROLL_STEP_PX : at > high - SCROLL_EDGE_PX ? SCROLL_STEP_PX : 0;
    this.scroller.scrollBy(towards(event.clientX, rect.left, rect.right), towards(event.clientY, rect.top, rect.bottom));
  }
}

function columnsOf(scroller: HTMLElement): HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>('.cal-column')];
}

/** What lies behind the others, such as a holiday, is as good as an empty place. */
function entryAt(target: Element): HTMLElement | null {
  return target.closest<HTMLElement>('[data-entry]:not(.cal-background)');
}

function placeOf(model: GridModel, columns: readonly HTMLElement[], event: MouseEvent): Place {
  const rects = columns.map((column) => column.getBoundingClientRect());
  const found = rects.findIndex((rect) => event.clientX < rect.right);
  const column = found === -1 ? rects.length - 1 : found;
  const rect = rects[column];
  const share = rect ? (event.clientY - rect.top) / rect.height : 0;
  return { column, minute: Math.min(Math.max(share, 0), 1) * model.axis.length };
}
