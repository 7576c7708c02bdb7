import { Component, Service, inject, signal } from '@angular/core';

/** Tells things to a screen reader without moving focus. `<v-live-announcer />` stands once in the application. */
@Service()
export class Announcer {
  private readonly politeText = signal('');
  private readonly assertiveText = signal('');
  readonly polite = this.politeText.asReadonly();
  readonly assertive = this.assertiveText.asReadonly();

  /** Polite waits for the reader to finish; assertive interrupts, for what must not be missed. */
  say(text: string, urgency: 'polite' | 'assertive' = 'polite'): void {
    const region = urgency === 'polite' ? this.politeText : this.assertiveText;
    // The same words twice would not be a change, and nothing would be said: a no-break space makes them differ.
    region.update((last) => (last === text ? `${text}\u00a0` : text));
  }
}

@Component({
  selector: 'v-live-announcer',
  template: `
    <div class="visually-hidden" aria-live="polite" aria-atomic="true">{{ announcer.polite() }}</div>
    <div class="visually-hidden" aria-live="assertive" aria-atomic="true">{{ announcer.assertive() }}</div>
  `,
})
export class LiveAnnouncer {
  protected readonly announcer = inject(Announcer);
}
