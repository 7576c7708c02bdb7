interface ScriptPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };
  }
}

/** A worker's address counts as a script under Trusted Types; this policy admits those that the builder wrote. */
class TrustedSharedWorker {
  readonly worker: SharedWorker;

  constructor(url: URL, options: WorkerOptions) {
    const policy = window.trustedTypes?.createPolicy('angular#bundler', { createScriptURL: (address) => address });
    this.worker = new window.SharedWorker(policy?.createScriptURL(url.href) ?? url, options);
  }
}

/** Starts the worker of the live stream, once a page; null where the browser has no shared workers. */
export function startLiveWorker(): SharedWorker | null {
  if (!('SharedWorker' in window)) return null;
  try {
    // The builder bundles the worker and writes its address here; it recognises nothing but this very form.
    const SharedWorker = TrustedSharedWorker;
    return new SharedWorker(new URL('./live.worker', import.meta.url), { type: 'module', name: 'vuoro-live' }).worker;
  } catch {
    // Refused by a policy or the browser's settings: the page then holds the stream itself.
    return null;
  }
}
