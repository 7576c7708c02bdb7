const AFTER_FIRST_VIEW_MS = 10_000;

/**
 * Lets the browser keep the application's own files; nothing personal is among them. Only after the first view, which is
 * what a slow phone waits for. Angular's own provider would do the same with three more kilobytes in that view.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // A browser may forbid it, as in a private window: the application works all the same.
    navigator.serviceWorker.register('/ngsw-worker.js').catch(() => undefined);
  }, AFTER_FIRST_VIEW_MS);
}
