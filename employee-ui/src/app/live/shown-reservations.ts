import { Service, signal } from '@angular/core';

/** Which reservations a page shows, and in which version each. */
export interface ShownReservations {
  /** What the page was asked for: another day is another question, and what it does not show has not gone. */
  readonly question: string;
  readonly versions: ReadonlyMap<string, number>;
}

/** What the page under an open reservation shows; the page reads again at each change anyway, so that the reservation itself need not. */
@Service()
export class ShownOnPage {
  private readonly page = signal<ShownReservations | null>(null);
  /** null: the page shows no reservations, or does not know them yet. */
  readonly reservations = this.page.asReadonly();

  show(shown: ShownReservations | null): void {
    this.page.set(shown);
  }
}

/**
 * Whether the page shows by its latest answer that the reservation is no longer what was read of it: in a later version, or gone from
 * where it stood in that version. An older one is an answer that has not been read again yet.
 */
export function hasChanged(id: string, version: number, before: ShownReservations | null, now: ShownReservations): boolean {
  const shown = now.versions.get(id);
  if (shown !== undefined) return shown > version;
  return before?.question === now.question && before.versions.get(id) === version;
}
