import { DestroyRef, Injector, type Signal, afterNextRender, inject, signal } from '@angular/core';

/** Narrowest column, as in the style sheet. */
const COLUMN_PX = 136;
const BATCH = 4;

/**
 * How many columns are drawn: those that can be seen at once, and the others after the first paint, a few at a time, since
 * nobody waits for what nobody sees. Call where `inject` may be used.
 */
export function drawnInTurn(columns: Signal<readonly unknown[]>): Signal<number> {
  const injector = inject(Injector);
  const drawn = signal(Math.ceil(window.innerWidth / COLUMN_PX) + 1);
  let nextBatch: ReturnType<typeof setTimeout> | undefined;
  const drawTheRest = (): void => {
    if (drawn() >= columns().length) {
      drawn.set(Number.POSITIVE_INFINITY);
      return;
    }
    nextBatch = setTimeout(() => {
      drawn.update((count) => count + BATCH);
      afterNextRender(drawTheRest, { injector });
    });
  };
  afterNextRender(drawTheRest);
  inject(DestroyRef).onDestroy(() => {
    clearTimeout(nextBatch);
  });
  return drawn.asReadonly();
}
