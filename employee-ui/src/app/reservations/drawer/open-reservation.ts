import { httpResource } from '@angular/common/http';
import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { type ApiProblem, problemOf } from '@vuoro/ui-shared';
import { Api, type MessageView, type ReservationView, listReservationMessages, readReservation } from '@vuoro/ui-shared/api';
import { LiveChanges } from '../../live/live-changes';
import { type ShownReservations, ShownOnPage, hasChanged } from '../../live/shown-reservations';
import { Session } from '../../session/session';
import { JustBooked } from '../just-booked';
import { type ReservationChange, changesBetween } from '../reservation-changes';

const STALE = 412;
const NOT_FOUND = 404;
const IN_ANOTHER_STATUS = 'STATUS_NOT_ALLOWED';

/** The reservation in the drawer, what is being done to it, and what others have done to it meanwhile. */
@Injectable()
export class OpenReservation {
  private readonly api = inject(Api);
  private readonly session = inject(Session);
  private readonly live = inject(LiveChanges);
  private readonly page = inject(ShownOnPage);

  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly id = computed(() => this.params().get('reservationId') ?? '');
  readonly resource = httpResource<ReservationView>(() => pathOf(readReservation.PATH, this.id()));
  readonly view = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  private readonly mayReadMessages = computed(() => this.view() !== null && this.session.may('MESSAGE_LOG_READ'));
  readonly messages = httpResource<MessageView[]>(() =>
    this.mayReadMessages() ? pathOf(listReservationMessages.PATH, this.id()) : undefined,
  );

  readonly isBusy = signal(false);
  readonly failure = signal<ApiProblem | null>(null);
  readonly changes = signal<readonly ReservationChange[]>([]);
  /** Whether the changes kept a command from being done; otherwise they just came. */
  readonly isRefused = signal(false);
  /** Key of the text of what has just been done; a toast would lie under the drawer, unseen and unheard. */
  readonly done = signal<string | null>(inject(JustBooked).take(this.id()) ? 'booking.done' : null);

  /** What the page showed before: of a reservation that is gone it tells where it stood. */
  private shownBefore: ShownReservations | null = null;
  private readonly isReading = signal(false);

  constructor() {
    effect(() => {
      const shown = this.page.reservations();
      // A command that is going on tells by itself; what came meanwhile is looked at after it.
      if (shown === null || this.view() === null || this.isBusy() || this.isReading()) return;
      const before = this.shownBefore;
      // One answer is one reason to read, also when the reading fails.
      if (shown === before) return;
      this.shownBefore = shown;
      untracked(() => {
        const view = this.view();
        if (view !== null && hasChanged(view.id, view.version, before, shown)) void this.readAgain(view);
      });
    });
  }

  forgetOutcome(): void {
    this.failure.set(null);
    this.changes.set([]);
    this.done.set(null);
  }

  /** Carries a command out; true when it succeeded. When somebody was quicker, the drawer shows what has changed. */
  async carryOut(command: () => Promise<ReservationView>, doneKey: string): Promise<boolean> {
    this.isBusy.set(true);
    this.forgetOutcome();
    try {
      this.show(await command());
      this.done.set(doneKey);
      return true;
    } catch (error) {
      await this.explain(problemOf(error));
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  /** Each reading is written in the usage log: only what the page shows to have changed is read. */
  private async readAgain(before: ReservationView): Promise<void> {
    this.isReading.set(true);
    try {
      const after = await this.api.invoke(readReservation, { id: before.id });
      if (this.isBusy() || this.view() !== before || after.version === before.version) return;
      this.forgetOutcome();
      this.isRefused.set(false);
      this.changes.set(changesBetween(before, after));
      this.resource.set(after);
      this.messages.reload();
    } catch (error) {
      // Without a connection the calendar says so; whoever may read it no more sees that here.
      if (problemOf(error).status === NOT_FOUND) this.resource.reload();
    } finally {
      this.isReading.set(false);
    }
  }

  private show(view: ReservationView): void {
    this.resource.set(view);
    this.messages.reload();
    this.live.changedHere();
  }

  private async explain(problem: ApiProblem): Promise<void> {
    const before = this.view();
    if (before === null || (problem.status !== STALE && problem.code !== IN_ANOTHER_STATUS)) {
      this.failure.set(problem);
      return;
    }
    try {
      const after = await this.api.invoke(readReservation, { id: before.id });
      const changes = changesBetween(before, after);
      this.changes.set(changes);
      this.isRefused.set(true);
      if (changes.length === 0) this.failure.set(problem);
      this.show(after);
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }
}

function pathOf(path: string, id: string): string {
  return path.replace('{id}', encodeURIComponent(id));
}
