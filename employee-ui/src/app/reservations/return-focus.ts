import { DOCUMENT, DestroyRef, inject } from '@angular/core';

/**
 * Gives the focus back to where it was when the component came, also when the browser's own Back takes it away. When
 * that place is gone (the entry has been moved or cancelled), the page's content gets it, so that the keyboard goes on from there.
 */
export function returnFocusOnLeave(): void {
  const document = inject(DOCUMENT);
  const before = document.activeElement;
  inject(DestroyRef).onDestroy(() => {
    // The dialog is still open, and holds the focus, until it has left the page.
    setTimeout(() => {
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      (isThere ? before : document.getElementById('content'))?.focus();
    });
  });
}
