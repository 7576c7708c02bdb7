import { Directive, ElementRef, Service, afterNextRender, inject } from '@angular/core';
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

/** The page's main heading: the focus comes here when the page is opened, also when it is shown only after loading. */
@Directive({ selector: 'h1[appHeading]', host: { tabindex: '-1' } })
export class PageHeading {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly focus = inject(RouteFocus);

  constructor() {
    afterNextRender(() => {
      // The router tells of its arrival only after the page has been put in place.
      setTimeout(() => {
        if (this.focus.takeTurn()) this.element.nativeElement.focus();
      });
    });
  }
}
