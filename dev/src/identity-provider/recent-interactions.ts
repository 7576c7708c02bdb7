import type { Language } from '../../../backend/src/kernel/localized-text.ts';

/** What the page of an interaction was shown in and for. */
export interface Shown {
  readonly language: Language;
  /** Address of the application that sent the person here. */
  readonly application: string;
}

/** More than a tester ever goes back through. */
const MOST = 500;

/** Interactions whose page has been shown: the provider forgets one as soon as it ends, and "back" leads to it still. */
export class RecentInteractions {
  private readonly shown = new Map<string, Shown>();

  remember(uid: string, shown: Shown): void {
    this.shown.delete(uid);
    this.shown.set(uid, shown);
    const [oldest] = this.shown.keys();
    if (this.shown.size > MOST && oldest !== undefined) this.shown.delete(oldest);
  }

  find(uid: string): Shown | undefined {
    return this.shown.get(uid);
  }
}
