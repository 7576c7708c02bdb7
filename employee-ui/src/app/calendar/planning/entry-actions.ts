import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { type ApiProblem, ErrorState, Toaster, problemOf } from '@vuoro/ui-shared';
import type { CalendarEntryView } from '@vuoro/ui-shared/api';
import { PlanningCommands } from './planning-commands';
import { PlanningRights } from './planning-rights';
import { type Removal, removalOf } from './removal';

/** Takes an entry out of the calendar again, after asking once. A refusal says why, and the entry stays. */
@Component({
  selector: 'app-entry-actions',
  imports: [ErrorState, TranslocoPipe],
  templateUrl: './entry-actions.html',
})
export class EntryActions {
  readonly entry = input.required<CalendarEntryView>();
  readonly removed = output();

  private readonly commands = inject(PlanningCommands);
  private readonly rights = inject(PlanningRights);
  private readonly texts = inject(TranslocoService);
  private readonly toaster = inject(Toaster);

  protected readonly removal = computed((): Removal | null => {
    const removal = removalOf(this.entry());
    if (removal === null) return null;
    // Of a pair, or of a meeting, only those are known here whose calendars are shown: one suffices to ask the server.
    return this.entry().subjectIds.some((id) => this.rights.mayPlan(removal, id)) ? removal : null;
  });
  private readonly entryId = computed(() => this.entry().id);
  /** Another entry begins anew; the same one, read again, does not. */
  protected readonly isAsking = linkedSignal({ source: this.entryId, computation: () => false });
  protected readonly failure = linkedSignal<string, ApiProblem | null>({ source: this.entryId, computation: () => null });
  protected readonly isBusy = signal(false);

  /** The first press asks, the second one does; a double click is one press. */
  protected press(event: MouseEvent): void {
    if (event.detail > 1) return;
    if (this.isAsking()) void this.remove();
    else this.isAsking.set(true);
  }

  private async remove(): Promise<void> {
    const removal = this.removal();
    if (this.isBusy() || removal === null) return;
    this.isBusy.set(true);
    this.failure.set(null);
    try {
      await this.commands.remove(this.entry());
      this.toaster.show(this.texts.translate(doneText(removal)));
      this.removed.emit();
    } catch (error) {
      this.failure.set(problemOf(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

function doneText(removal: Removal): string {
  const texts: Readonly<Record<Removal, string>> = {
    offer: 'planning.remove.offerDone',
    work: 'planning.remove.workDone',
    absence: 'planning.remove.absenceDone',
  };
  return texts[removal];
}
