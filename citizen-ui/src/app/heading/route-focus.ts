import { Directive, ElementRef, Service, effect, inject, input } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/** Whether a new page waits for its heading to take the focus; a changed filter in the address does not. */
@Service()
export class RouteFocus {
  private path: string | null = null;
  private waiting = false;

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.arrive(event.urlAfterRedirects);
    });
  }

  private arrive(url: string): void {
    const path = url.split(/[?#]/)[0] ?? '';
    // The first page of a visit keeps the browser's own starting point.
    if (this.path !== null && path !== this.path) this.waiting = true;
    this.path = path;
  }

  /** True for the first heading that asks after a new page was opened. */
  takeTurn(): boolean {
    const mine = this.waiting;
    this.waiting = false;
    return mine;
  }
}

/** The page's main heading: the focus comes here when the page is opened, and not before the heading says what it will say. */
@Directive({ selector: 'h1[appHeading]', host: { tabindex: '-1' } })
export class PageHeading {
  /** False while the words of the heading are still being loaded. */
  readonly headingReady = input(true);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly focus = inject(RouteFocus);

  constructor() {
    effect((onCleanup) => {
      if (!this.headingReady()) return;
      // The router tells of its arrival only after the page has been put in place.
      const timer = setTimeout(() => {
        if (this.focus.takeTurn()) this.takeFocus();
      });
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }

  /** For a page whose content has changed under the reader, so that the focus does not vanish with it. */
  takeFocus(): void {
    this.element.nativeElement.focus();
  }
}
