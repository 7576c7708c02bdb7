import { DestroyRef, Service, inject, signal } from '@angular/core';

/** Below this the day has one column and the choices move into a drawer; the style sheets use the same width. */
const NARROW = '(max-width: 52rem)';

@Service()
export class NarrowScreen {
  private readonly query = window.matchMedia(NARROW);
  private readonly matches = signal(this.query.matches);
  readonly isNarrow = this.matches.asReadonly();

  constructor() {
    const follow = (): void => {
      this.matches.set(this.query.matches);
    };
    this.query.addEventListener('change', follow);
    inject(DestroyRef).onDestroy(() => {
      this.query.removeEventListener('change', follow);
    });
  }
}
