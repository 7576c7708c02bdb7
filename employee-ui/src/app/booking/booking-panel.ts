import { Component, computed, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { Dialog, ErrorState, Loading, Localize, TimeFormat, Toaster } from '@vuoro/ui-shared';
import type { ReservationView } from '@vuoro/ui-shared/api';
import type { HalfDone } from '../leave/leave-guard';
import { LeaveQuestion } from '../leave/leave-question';
import { LiveChanges } from '../live/live-changes';
import { FocusedHeading } from '../reservations/focused-heading';
import { returnFocusOnLeave } from '../reservations/return-focus';
import { JustBooked } from '../reservations/just-booked';
import { Session } from '../session/session';
import { BookingForm } from './booking-form';
import { BookingTime } from './booking-time';
import { ClientCard } from './client-card';
import { ClientChoice } from './client-choice';
import { ClientSearch } from './client-search';
import { NearestTimes } from './nearest-times';
import { NewClientForm } from './new-client-form';

const READS_EVERY_RESERVATION_HERE: readonly string[] = ['BOOKING_CLERK', 'SUPERVISOR'];

/** Booking one offered time for a client, over the calendar or the list of free times from which it was opened. */
@Component({
  selector: 'app-booking-panel',
  imports: [
    BookingForm,
    ClientCard,
    ClientSearch,
    Dialog,
    ErrorState,
    FocusedHeading,
    LeaveQuestion,
    Loading,
    NearestTimes,
    NewClientForm,
    TranslocoPipe,
  ],
  providers: [BookingTime, ClientChoice],
  templateUrl: './booking-panel.html',
  styleUrl: './booking-panel.css',
  host: { '(input)': 'isTyped.set(true)' },
})
export class BookingPanel implements HalfDone {
  /** Whether the way here has settled for which of its types the time is booked. */
  readonly typeSettled = input(false);

  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly live = inject(LiveChanges);
  private readonly session = inject(Session);
  private readonly justBooked = inject(JustBooked);
  private readonly toaster = inject(Toaster);
  private readonly texts = inject(TranslocoService);
  protected readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);
  protected readonly time = inject(BookingTime);
  protected readonly choice = inject(ClientChoice);

  private readonly settled = linkedSignal(() => this.typeSettled());
  protected readonly needsType = computed(() => !this.settled() && (this.time.view()?.otherTypes.length ?? 0) > 0);
  protected readonly types = computed(() => {
    const view = this.time.view();
    if (view === null) return [];
    const all = [{ offeredTimeId: view.id, name: view.appointmentType.name }, ...view.otherTypes];
    return all
      .map(({ offeredTimeId, name }) => ({ id: offeredTimeId, name: this.localize.text(name) }))
      .sort((a, b) => a.name.localeCompare(b.name));
  });
  protected readonly employees = computed(
    () =>
      this.time
        .view()
        ?.employees.map(({ name }) => name)
        .join(', ') ?? '',
  );
  protected readonly place = computed(() => {
    const view = this.time.view();
    return [view?.unit.name, view?.room?.name]
      .map((name) => this.localize.text(name))
      .filter(Boolean)
      .join(', ');
  });

  protected readonly isTyped = signal(false);
  protected readonly isBusy = signal(false);
  private readonly isDone = signal(false);
  protected readonly isHalfDone = computed(() => !this.isDone() && (this.isTyped() || this.choice.client() !== null));
  private readonly question = viewChild.required(LeaveQuestion);

  constructor() {
    returnFocusOnLeave();
  }

  mayLeave(): boolean | Promise<boolean> {
    return !this.isHalfDone() || this.question().ask();
  }

  /** On to another time, or another type of the same one; everything that has been typed stays. */
  protected goTo(offeredTimeId: string): void {
    this.settled.set(true);
    void this.router.navigate(['..', offeredTimeId], { relativeTo: this.route, replaceUrl: true });
  }

  protected close(): void {
    void this.router.navigate(['../..'], { relativeTo: this.route });
  }

  protected findOthers(): void {
    const view = this.time.view();
    const type = view === null ? {} : { type: view.appointmentType.id };
    void this.router.navigate(['/find-time'], { queryParams: type, queryParamsHandling: 'merge' });
  }

  protected async showBooked(reservation: ReservationView): Promise<void> {
    this.isDone.set(true);
    this.live.changedHere();
    try {
      await this.leaveFor(reservation);
    } catch {
      // The drawer's files did not come; the application tells it, and the booking stands.
    }
    this.isBusy.set(false);
  }

  private async leaveFor(reservation: ReservationView): Promise<void> {
    if (this.mayRead(reservation)) {
      this.justBooked.tell(reservation.id);
      await this.router.navigate(['../..', 'reservations', reservation.id], { relativeTo: this.route, replaceUrl: true });
      return;
    }
    await this.router.navigate(['../..'], { relativeTo: this.route, replaceUrl: true });
    this.toaster.show(this.texts.translate('booking.doneForColleague'));
  }

  /** A colleague's reservation can be made, but what one has made is then the colleague's to read. */
  private mayRead({ employees }: ReservationView): boolean {
    const view = this.session.view();
    return (
      employees.some(({ id }) => id === view?.employeeId) ||
      (view?.roles ?? []).some(({ role }) => READS_EVERY_RESERVATION_HERE.includes(role))
    );
  }
}
