import { Directive, ElementRef, Service, afterRenderEffect, inject, input, signal, untracked } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';

/** Whether a new page waits for its heading to take the focus; a changed filter in the address does not. */
@Service()
export class RouteFocus {
  private path: string | null = null;
  private readonly arrived = signal(false);
  /** True from the arrival at a new page until its heading has taken the focus. */
  readonly isWaiting = this.arrived.asReadonly();

  constructor() {
    inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationEnd) this.arrive(event.urlAfterRedirects);
    });
  }

  taken(): void {
    this.arrived.set(false);
  }

  private arrive(url: string): void {
    const path = url.split(/[?#]/)[0] ?? '';
    // The first page of a visit keeps the browser's own starting point.
    if (this.path !== null && path !== this.path) this.arrived.set(true);
    this.path = path;
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
    // The page may stand before the router tells of its arrival, or after: whichever comes last brings the focus.
    afterRenderEffect(() => {
      if (!this.headingReady() || !this.focus.isWaiting()) return;
      untracked(() => {
        this.focus.taken();
        this.takeFocus();
      });
    });
  }

  /** For a page whose content has changed under the reader, so that the focus does not vanish with it. */
  takeFocus(): void {
    this.element.nativeElement.focus();
  }
}
