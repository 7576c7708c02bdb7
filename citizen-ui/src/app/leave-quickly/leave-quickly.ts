import { DOCUMENT, DestroyRef, Service, computed, inject, linkedSignal, signal } from '@angular/core';
import { Language, type LanguageCode } from '@vuoro/ui-shared';
import { OtherTabs } from '../session/other-tabs';

/** A page that tells nothing of the one before it: the weather. */
const NEUTRAL_PAGES: Readonly<Record<LanguageCode, string>> = {
  fi: 'https://www.ilmatieteenlaitos.fi/',
  sv: 'https://sv.ilmatieteenlaitos.fi/',
  en: 'https://en.ilmatieteenlaitos.fi/',
};

type Need = () => boolean | undefined;

/** Whether the page at hand must be left at one touch, and the leaving. */
@Service()
export class LeaveQuickly {
  private readonly document = inject(DOCUMENT);
  private readonly language = inject(Language);
  private readonly need = signal<Need>(() => false);

  private readonly otherTabs = inject(OtherTabs);
  private readonly leaving = signal(false);
  /** Nobody may be asked anything on the way out. */
  readonly isLeaving = this.leaving.asReadonly();

  private readonly known = computed(() => this.need()());
  /** While a page does not know yet, what held for the page before it holds: the button must not vanish on the way. */
  readonly isNeeded = linkedSignal<boolean | undefined, boolean>({
    source: this.known,
    computation: (told, previous) => told ?? previous?.value ?? false,
  }).asReadonly();

  /** A page tells its need; `undefined` while it is still loading. Call in an injection context. */
  follow(need: Need): void {
    this.need.set(need);
    inject(DestroyRef).onDestroy(() => {
      if (this.need() === need) this.need.set(() => undefined);
    });
  }

  /** Ends the session and replaces the page. What was on the screen is gone at once, even if the network is slow. */
  leave(): void {
    const { location, body } = this.document;
    this.leaving.set(true);
    this.otherTabs.tellSignedOut();
    body.replaceChildren();
    this.document.title = '';
    void fetch('/auth/citizen/logout', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json', 'X-Requested-By': 'vuoro' },
      // The browser finishes it although the page is gone.
      keepalive: true,
    }).catch(() => undefined);
    location.replace(NEUTRAL_PAGES[this.language.current()]);
  }
}
