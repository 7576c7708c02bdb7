import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** Brings the reader to a part of the page that has just replaced another. */
@Directive({ selector: '[appFocusedHeading]', host: { tabindex: '-1' } })
export class FocusedHeading {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      element.focus();
    });
  }
}
