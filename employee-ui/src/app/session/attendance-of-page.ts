import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';
import { ServerNow } from '@vuoro/ui-shared';

const PRESENT_MS = 60_000;

/** Whether somebody sits at the page: touched a key, the mouse or the screen within the last minute. */
@Service()
export class AttendanceOfPage {
  private readonly now = inject(ServerNow);
  private touchedAt = this.now.instant();

  constructor() {
    const document = inject(DOCUMENT);
    const touched = (): void => {
      this.touchedAt = this.now.instant();
    };
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const event of events) document.addEventListener(event, touched, { passive: true, capture: true });
    inject(DestroyRef).onDestroy(() => {
      for (const event of events) document.removeEventListener(event, touched, { capture: true });
    });
  }

  isUnattended(): boolean {
    return this.now.instant() - this.touchedAt > PRESENT_MS;
  }
}
