export interface PointerTurns {
  moved(event: PointerEvent): void;
  ended(): void;
  /** By the system, or by Esc. */
  cancelled(): void;
}

/** Follows the pointer over the whole document until it is told to stop. */
export function followPointer(turns: PointerTurns): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') turns.cancelled();
  };
  document.addEventListener('pointermove', turns.moved, { signal });
  document.addEventListener('pointerup', turns.ended, { signal });
  document.addEventListener('pointercancel', turns.cancelled, { signal });
  document.addEventListener('keydown', escape, { signal });
  return () => {
    stop.abort();
  };
}
