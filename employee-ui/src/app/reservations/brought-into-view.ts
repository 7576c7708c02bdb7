import { Directive, ElementRef, afterNextRender, inject } from '@angular/core';

/** What comes below the edge of a dialog, such as a refusal, is brought to where it is seen; the focus stays. */
@Directive({ selector: '[appBroughtIntoView]' })
export class BroughtIntoView {
  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      element.scrollIntoView({ block: 'nearest' });
    });
  }
}
