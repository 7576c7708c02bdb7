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
    this.grip = { place: this.placeOf(event), original, x: event.clientX, y: event.clientY };
  }

  /** Null when there is nothing to drag here. */
  static begin(model: GridModel, scroller: HTMLElement, slot: number, event: PointerEvent): PointerDrag | null {
    if (event.button !== 0 || event.pointerType === 'touch' || !(event.target instanceof Element)) return null;
    const columns = [...scroller.querySelectorAll<HTMLElement>('.cal-column')];
    if (!columns.some((column) => column.contains(event.target as Element))) return null;
    const element = event.target.closest<HTMLElement>('[data-entry]');
    if (!element) return new PointerDrag(model, scroller, columns, slot, event, null);
    const bottom = element.getBoundingClientRect().bottom;
    const what = bottom - event.clientY < RESIZE_EDGE_PX && element.offsetHeight > 2 * RESIZE_EDGE_PX ? 'resize' : 'move';
    const original = ghostOf(model, element.dataset['entry'] ?? '', what);
    return original && new PointerDrag(model, scroller, columns, slot, event, original);
  }

  /** The ghost for where the pointer is now; null until it has moved enough to be meant. */
  to(event: PointerEvent): Ghost | null {
    const { grip } = this;
    this.moving ||= Math.hypot(event.clientX - grip.x, event.clientY - grip.y) >= THRESHOLD_PX;
    if (!this.moving) return null;
    this.scrollAtEdges(event);
    const place = this.placeOf(event);
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

  private placeOf(event: PointerEvent): Place {
    const rects = this.columns.map((column) => column.getBoundingClientRect());
    const found = rects.findIndex((rect) => event.clientX < rect.right);
    const column = found === -1 ? rects.length - 1 : found;
    const rect = rects[column];
    const share = rect ? (event.clientY - rect.top) / rect.height : 0;
    return { column, minute: Math.min(Math.max(share, 0), 1) * this.model.axis.length };
  }

  private scrollAtEdges(event: PointerEvent): void {
    const rect = this.scroller.getBoundingClientRect();
    const towards = (at: number, low: number, high: number): number =>
      at < low + SCROLL_EDGE_PX ? -SCROLL_STEP_PX : at > high - SCROLL_EDGE_PX ? SCROLL_STEP_PX : 0;
    this.scroller.scrollBy(towards(event.clientX, rect.left, rect.right), towards(event.clientY, rect.top, rect.bottom));
  }
}
