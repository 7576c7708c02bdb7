import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** Brings the reader to what has just come in place of something else: a form's heading, the outcome of a command. */
@Directive({ selector: '[appFocusedHeading]', host: { tabindex: '-1' } })
export class FocusedHeading {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      element.focus();
    });
  }
}
