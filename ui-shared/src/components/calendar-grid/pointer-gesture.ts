import type { WritableSignal } from '@angular/core';
import { followPointer } from './follow-pointer';
import type { Ghost } from './ghost';
import type { PointerDrag } from './pointer-drag';

/** From pointer-down to pointer-up: shows the ghost of what is dragged or drawn, and tells where it was let go. */
export class PointerGesture {
  private stop: (() => void) | null = null;
  private isClickUsed = false;

  constructor(
    private readonly ghost: WritableSignal<Ghost | null>,
    private readonly letGo: (ghost: Ghost) => void,
  ) {}

  /** @param drag null: the pointer went down where nothing can be dragged. */
  begin(drag: PointerDrag | null, mayDraw: boolean): void {
    this.end();
    this.isClickUsed = false;
    if (drag === null) return;
    this.stop = followPointer({
      moved: (event) => {
        const ghost = drag.to(event);
        if (!ghost || (ghost.what === 'select' && !mayDraw)) return;
        event.preventDefault();
        this.ghost.set(ghost);
      },
      ended: () => {
        this.commit();
      },
      cancelled: () => {
        this.end();
        this.ghost.set(null);
      },
    });
  }

  end(): void {
    this.stop?.();
    this.stop = null;
  }

  /** Whether the click that comes now is only the end of a drag. */
  takesClick(): boolean {
    const takes = this.isClickUsed;
    this.isClickUsed = false;
    return takes;
  }

  private commit(): void {
    const ghost = this.ghost();
    this.end();
    this.ghost.set(null);
    if (!ghost) return;
    this.isClickUsed = true;
    // The click of this very release comes at once, if at all; a later one is meant.
    setTimeout(() => {
      this.isClickUsed = false;
    });
    this.letGo(ghost);
  }
}
