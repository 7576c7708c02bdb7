import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** The next thing to fill in gets the focus as soon as it is there. */
@Directive({ selector: '[appFocusOnShow]' })
export class FocusOnShow {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      // A dialog that opens in the same moment takes the focus first.
      setTimeout(() => {
        element.focus();
      });
    });
  }
}
