/** The slowest double click that operating systems let one choose, and how far the hand may slip meanwhile. */
const DOUBLE_CLICK_MS = 900;
const SAME_PLACE_PX = 8;
const PRESSING = ['pointerdown', 'mousedown', 'click', 'dblclick'] as const;

/** Whoever double-clicks the button that closes a dialog means that button: the second press does nothing to what lies below. */
export function swallowSecondPress(first: MouseEvent): void {
  const left = first.timeStamp + DOUBLE_CLICK_MS - performance.now();
  if (left <= 0) return;
  const over = new AbortController();
  const swallow = (event: MouseEvent): void => {
    if (Math.hypot(event.clientX - first.clientX, event.clientY - first.clientY) > SAME_PLACE_PX) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const kind of PRESSING) window.addEventListener(kind, swallow, { capture: true, signal: over.signal });
  setTimeout(() => {
    over.abort();
  }, left);
}
