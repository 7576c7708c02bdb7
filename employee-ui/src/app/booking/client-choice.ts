import { Injectable, computed, linkedSignal, signal } from '@angular/core';
import type { ClientView } from '@vuoro/ui-shared/api';
import type { TypedClient } from './client-query';
import { newClientOf } from './new-client';

const NOTHING: TypedClient = { who: '', birthOn: '' };

/** Whom the time is for, as far as it is known. Going back and forth loses nothing that was typed. */
@Injectable()
export class ClientChoice {
  readonly typed = signal(NOTHING);
  /** The card of a new client as far as it is written; another search begins another card. */
  readonly newClient = linkedSignal(() => newClientOf(this.typed()));
  /** null before the first search. */
  readonly found = signal<readonly ClientView[] | null>(null);
  private readonly chosen = signal<ClientView | null>(null);
  private readonly isNew = signal(false);

  readonly client = this.chosen.asReadonly();
  readonly step = computed(() => (this.chosen() !== null ? 'chosen' : this.isNew() ? 'new' : 'search'));

  choose(client: ClientView): void {
    this.isNew.set(false);
    // Whoever comes after this one is somebody else.
    this.newClient.set(newClientOf(this.typed()));
    this.chosen.set(client);
  }

  /** Another client after all: the search is as it was left. */
  change(): void {
    this.chosen.set(null);
    this.found.set(null);
  }

  addNew(): void {
    this.isNew.set(true);
  }

  backToSearch(who: string | null = null): void {
    this.isNew.set(false);
    this.found.set(null);
    if (who !== null) this.typed.set({ ...NOTHING, who });
  }
}
