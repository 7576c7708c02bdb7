import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { ErrorState, FieldControl, LabelledField, TimeFormat, submitToServer } from '@vuoro/ui-shared';
import type { ReservationView } from '@vuoro/ui-shared/api';
import { BroughtIntoView } from '../brought-into-view';
import { CANCEL_REASONS, type CancelReason, ReservationCommands } from '../reservation-commands';
import { ReservationTexts } from '../reservation-texts';
import { FocusedHeading } from '../focused-heading';
import { OpenReservation } from './open-reservation';
import { ToldClients } from './told-clients';

/** With these nobody can come to the time; the server decides the same when it is not told. */
const WITHDRAWING: readonly (CancelReason | '')[] = ['EMPLOYEE_ABSENT', 'ROOM_UNAVAILABLE'];

/** Cancelling with its reason; says first what is cancelled, who will be told, and what becomes of the time. */
@Component({
  selector: 'app-cancel-form',
  imports: [BroughtIntoView, ErrorState, FieldControl, FocusedHeading, FormField, LabelledField, ToldClients, TranslocoPipe],
  templateUrl: './cancel-form.html',
})
export class CancelForm {
  readonly reservation = input.required<ReservationView>();
  readonly done = output();
  /** Without having changed anything. */
  readonly left = output();

  private readonly commands = inject(ReservationCommands);
  protected readonly opened = inject(OpenReservation);
  protected readonly format = inject(TimeFormat);
  protected readonly texts = inject(ReservationTexts);
  protected readonly reasons = CANCEL_REASONS;
  private readonly model = signal<{ reason: CancelReason | '' }>({ reason: '' });
  protected readonly reason = computed(() => this.model().reason);
  /** By the reason, until it is chosen otherwise; another reason begins anew. */
  protected readonly offerAgain = linkedSignal(() => !WITHDRAWING.includes(this.reason()));
  protected readonly cancelling = form(this.model, (path) => {
    required(path.reason);
  });

  protected isChecked({ target }: Event): boolean {
    return target instanceof HTMLInputElement && target.checked;
  }

  protected async cancelReservation(event: Event): Promise<void> {
    event.preventDefault();
    if (this.opened.isBusy()) return;
    await submitToServer(this.cancelling, async ({ reason }) => {
      const view = this.reservation();
      if (reason === '') return;
      const offerAgain = this.offerAgain();
      const done = offerAgain ? 'reservation.cancel.done' : 'reservation.cancel.doneWithdrawn';
      const isDone = await this.opened.carryOut(() => this.commands.cancel(view, { reason, offerAgain }), done);
      if (isDone) this.done.emit();
    });
  }
}
