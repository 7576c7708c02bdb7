import { DOCUMENT, Service, inject } from '@angular/core';
import { ServerNow } from '@vuoro/ui-shared';
import { CitizenSession } from './citizen-session';

const KEY = 'vuoro-kept-form';
/** The way to the identity provider and back takes no longer. */
const KEPT_MS = 10 * 60_000;

interface Kept {
  readonly page: string;
  /** Id in the client register, whose form it is. */
  readonly clientId: string;
  readonly until: number;
  readonly model: unknown;
}

/**
 * What was typed, on the way to the identity provider and back: the way leads through another site, so nothing of the page survives it.
 * Kept in this tab alone, for ten minutes at most, for the same person, and gone from the tab's storage as soon as any page opens.
 */
@Service()
export class KeptForm {
  private readonly session = inject(CitizenSession);
  private readonly now = inject(ServerNow);
  private readonly window = inject(DOCUMENT).defaultView;
  private kept: Kept | null;

  constructor() {
    this.kept = this.takenFromStorage();
    // "Back" from the provider shows the page as it was left: what was typed stands in it.
    this.window?.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.takenFromStorage();
    });
  }

  /** @param page path of the page that will take it */
  keep(page: string, model: object): void {
    const clientId = this.session.current()?.clientId ?? null;
    if (clientId === null) return;
    const kept: Kept = { page, clientId, until: this.now.instant() + KEPT_MS, model };
    try {
      this.window?.sessionStorage.setItem(KEY, JSON.stringify(kept));
    } catch {
      // A browser may forbid it: then the page opens with what is known, and it has to be typed again.
    }
  }

  /**
   * What was typed on the page before identification, once; null when there is nothing, or it was somebody else's, or long ago.
   * @param like the form as it stands: what does not have its fields is not taken
   */
  take<Model extends object>(page: string, like: Model): Model | null {
    const { kept } = this;
    if (kept?.page !== page) return null;
    this.kept = null;
    if (kept.clientId !== this.session.current()?.clientId || kept.until <= this.now.instant()) return null;
    return isLike(kept.model, like) ? kept.model : null;
  }

  private takenFromStorage(): Kept | null {
    try {
      const text = this.window?.sessionStorage.getItem(KEY) ?? null;
      this.window?.sessionStorage.removeItem(KEY);
      return text === null ? null : (JSON.parse(text) as Kept);
    } catch {
      return null;
    }
  }
}

function isLike<Model extends object>(value: unknown, like: Model): value is Model {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(like).every(([name, field]: [string, unknown]) => {
    const given: unknown = Reflect.get(value, name);
    return typeof field === 'object' && field !== null ? isLike(given, field) : typeof given === typeof field;
  });
}
