import { DOCUMENT, Service, inject } from '@angular/core';
import { OPEN_ANEW } from '@vuoro/ui-shared';

/**
 * The page that signing out leaves behind. Browsers keep it as it was and show it again at "back" without asking anybody: to whoever uses
 * the device next, with everything that stood on it.
 */
@Service()
export class LeftPage {
  private readonly document = inject(DOCUMENT);
  private readonly openAnew = inject(OPEN_ANEW);

  /** Nothing of the page is shown any more; brought back from the browser's memory, it is opened anew, by then without a session. */
  hide(): void {
    this.document.documentElement.hidden = true;
    this.document.defaultView?.addEventListener('pageshow', ({ persisted }) => {
      const { pathname, search } = this.document.location;
      if (persisted) this.openAnew(pathname + search);
    });
  }
}
