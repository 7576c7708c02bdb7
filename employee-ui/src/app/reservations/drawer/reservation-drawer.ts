import { Component, computed, inject, linkedSignal, signal, viewChild } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { Dialog, ErrorState, Loading, StatusTag } from '@vuoro/ui-shared';
import type { HalfDone } from '../../leave/leave-guard';
import { LeaveQuestion } from '../../leave/leave-question';
import { availableActions } from '../available-actions';
import { BroughtIntoView } from '../brought-into-view';
import { proposedMoveOf } from '../proposed-move';
import { type AttendanceAction, ReservationCommands } from '../reservation-commands';
import { ReservationTexts } from '../reservation-texts';
import { InternalNote } from '../internal-note/internal-note';
import { InternalNoteForm } from '../internal-note/internal-note-form';
import { CancelForm } from './cancel-form';
import { FocusedHeading } from '../focused-heading';
import { MoveForm } from './move-form';
import { OpenReservation } from './open-reservation';
import { ReservationFacts } from './reservation-facts';
import { ReservationHistory } from './reservation-history';
import { ReservationMessages } from './reservation-messages';
import { returnFocusOnLeave } from '../return-focus';

type Panel = 'facts' | 'cancel' | 'move' | 'internal-note';

const DONE: Readonly<Record<AttendanceAction, string>> = {
  'check-in': 'reservation.done.checkIn',
  start: 'reservation.done.start',
  fulfil: 'reservation.done.fulfil',
  'no-show': 'reservation.done.noShow',
  'correct-attendance': 'reservation.done.correct',
};

/** One reservation over the page it was opened from; its address can be sent to a colleague. */
@Component({
  selector: 'app-reservation-drawer',
  imports: [
    BroughtIntoView,
    CancelForm,
    Dialog,
    ErrorState,
    FocusedHeading,
    InternalNote,
    InternalNoteForm,
    LeaveQuestion,
    Loading,
    MoveForm,
    ReservationFacts,
    ReservationHistory,
    ReservationMessages,
    StatusTag,
    TranslocoPipe,
  ],
  providers: [OpenReservation],
  templateUrl: './reservation-drawer.html',
  styleUrl: './reservation-drawer.css',
})
export class ReservationDrawer implements HalfDone {
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly commands = inject(ReservationCommands);
  protected readonly opened = inject(OpenReservation);
  protected readonly texts = inject(ReservationTexts);

  protected readonly actions = computed(() => {
    const view = this.opened.view();
    return view === null ? null : availableActions(view);
  });
  protected readonly areClientsDeceased = computed(() => {
    const clients = this.opened.view()?.clients ?? [];
    return clients.length > 0 && clients.every(({ deceased }) => deceased);
  });
  /** Of a reservation that was dropped elsewhere in the calendar: this drawer is where that is confirmed. */
  protected readonly proposed = signal(proposedMoveOf(this.router.currentNavigation()?.extras.state));
  private readonly viewId = computed(() => this.opened.view()?.id);
  /** By the computed id: what others change meanwhile is read again, and must not close a form that is being filled in. */
  private readonly asked = linkedSignal<string | undefined, Panel>({
    source: this.viewId,
    computation: () => (this.proposed() === null ? 'facts' : 'move'),
  });
  /** A form for what can no longer be done does not stay open. */
  protected readonly panel = computed((): Panel => {
    const asked = this.asked();
    if (asked === 'facts') return asked;
    return (asked === 'internal-note' ? this.opened.view()?.mayChangeInternalNote : this.actions()?.[asked]) ? asked : 'facts';
  });

  private readonly noteForm = viewChild(InternalNoteForm);
  protected readonly isHalfDone = computed(() => this.noteForm()?.isHalfDone() ?? false);
  private readonly question = viewChild.required(LeaveQuestion);

  constructor() {
    returnFocusOnLeave();
  }

  mayLeave(): boolean | Promise<boolean> {
    return !this.isHalfDone() || this.question().ask();
  }

  protected async leaveNote(): Promise<void> {
    if (await this.mayLeave()) this.show('facts');
  }

  /** To a form, or back from it. */
  protected show(panel: Panel): void {
    this.opened.forgetOutcome();
    this.proposed.set(null);
    this.asked.set(panel);
  }

  /** What has been done stays on the screen. */
  protected showFacts(): void {
    this.proposed.set(null);
    this.asked.set('facts');
  }

  protected async mark(action: AttendanceAction): Promise<void> {
    const view = this.opened.view();
    if (view !== null) await this.opened.carryOut(() => this.commands.mark(view, action), DONE[action]);
  }

  protected close(): void {
    void this.router.navigate(['../..'], { relativeTo: this.route });
  }
}
