import { Component, computed, inject, input, linkedSignal, output, untracked } from '@angular/core';
import { form } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, atMost, submitToServer } from '@vuoro/ui-shared';
import type { ReservationView } from '@vuoro/ui-shared/api';
import { BroughtIntoView } from '../brought-into-view';
import { OpenReservation } from '../drawer/open-reservation';
import { FocusedHeading } from '../focused-heading';
import { ReservationCommands } from '../reservation-commands';
import { InternalNoteField, LONGEST_INTERNAL_NOTE } from './internal-note-field';

/** Writing the internal note anew. What a colleague has written meanwhile stands beside what is being written, and neither is lost. */
@Component({
  selector: 'app-internal-note-form',
  imports: [BroughtIntoView, ErrorState, FocusedHeading, InternalNoteField, TranslocoPipe],
  templateUrl: './internal-note-form.html',
  styleUrl: './internal-note.css',
})
export class InternalNoteForm {
  readonly reservation = input.required<ReservationView>();
  readonly done = output();
  /** Without having changed anything. */
  readonly left = output();

  private readonly commands = inject(ReservationCommands);
  protected readonly opened = inject(OpenReservation);
  /** By the reservation and not by its version: a reading again must not replace what is being typed. */
  private readonly id = computed(() => this.reservation().id);
  private readonly begunWith = linkedSignal<string, string>({
    source: this.id,
    computation: () => untracked(() => this.reservation().internalNote ?? ''),
  });
  private readonly model = linkedSignal(() => ({ internalNote: this.begunWith() }));
  protected readonly written = form(this.model, (path) => {
    atMost(path.internalNote, LONGEST_INTERNAL_NOTE);
  });
  protected readonly now = computed(() => this.reservation().internalNote ?? '');
  /** Whether something would be lost. */
  readonly isHalfDone = computed(() => this.model().internalNote !== this.begunWith());
  protected readonly isChangedMeanwhile = computed(() => this.now() !== this.begunWith());

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    if (this.opened.isBusy()) return;
    await submitToServer(this.written, async ({ internalNote }) => {
      const view = this.reservation();
      const isDone = await this.opened.carryOut(
        () => this.commands.changeInternalNote(view, { internalNote }),
        'reservation.internalNote.done',
      );
      if (isDone) this.done.emit();
    });
  }
}
