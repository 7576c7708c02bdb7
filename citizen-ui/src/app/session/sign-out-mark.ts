import { DOCUMENT, Service, inject } from '@angular/core';

const KEY = 'vuoro-signed-out';

/** Tells the page that comes after signing out, by way of the identity provider, that it worked. Says nothing of who it was. */
@Service()
export class SignOutMark {
  private readonly storage = storageOf(inject(DOCUMENT).defaultView);

  set(): void {
    this.storage?.setItem(KEY, '1');
  }

  /** Whether one has just signed out; true once. */
  take(): boolean {
    const isSet = this.storage?.getItem(KEY) === '1';
    this.storage?.removeItem(KEY);
    return isSet;
  }
}

/** A browser may forbid it by its settings; the front page and its contacts must open all the same. */
function storageOf(window: Window | null): Storage | null {
  try {
    return window?.sessionStorage ?? null;
  } catch {
    return null;
  }
}
