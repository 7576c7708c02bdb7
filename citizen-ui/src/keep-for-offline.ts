const AFTER_FIRST_VIEW_MS = 10_000;
const WORKER = '/ngsw-worker.js';

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

/**
 * Lets the browser keep the application's own files; nothing personal is among them. Only after the first view, which is
 * what a slow phone waits for. Angular's own provider would do the same with three more kilobytes in that view.
 */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // A browser may forbid it, as in a private window: the application works all the same.
    navigator.serviceWorker.register(trustedWorker()).catch(() => undefined);
  }, AFTER_FIRST_VIEW_MS);
}

/** A worker's address counts as a script under Trusted Types; this policy knows one, whatever it is asked for. */
function trustedWorker(): string {
  return window.trustedTypes?.createPolicy('angular#bundler', { createScriptURL: () => WORKER }).createScriptURL(WORKER) ?? WORKER;
}
