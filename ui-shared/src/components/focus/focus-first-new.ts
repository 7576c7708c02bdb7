import { type ElementRef, type Signal, afterRenderEffect, signal, untracked } from '@angular/core';

type Rows = Signal<readonly ElementRef<HTMLElement>[]>;

/**
 * Goes on from the first new row after more have been asked for: the button that was pressed has moved away by then, or
 * has gone with the last page, and the focus with it. Call where `inject` may be used, and the answer when more are asked for.
 */
export function focusFirstNew(rows: Rows): () => void {
  const known = signal<number | null>(null);
  afterRenderEffect(() => {
    const [count, all] = [known(), rows()];
    if (count === null || all.length === count) return;
    untracked(() => {
      known.set(null);
      // Fewer than there were is another list, in which nobody has asked for more.
      all[count]?.nativeElement.focus();
    });
  });
  return () => {
    known.set(untracked(rows).length);
  };
}
