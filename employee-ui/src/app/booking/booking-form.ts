import { Component, computed, inject, input, linkedSignal, model, output } from '@angular/core';
import { FormField, form } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApiProblem, ErrorState, FieldControl, LabelledField, atMost, submitToServer } from '@vuoro/ui-shared';
import type { ClientView, FreeTimeView, OfferedTimeView, ReservationView } from '@vuoro/ui-shared/api';
import { BroughtIntoView } from '../reservations/brought-into-view';
import { timesOf } from '../reservations/free-times';
import { InternalNoteField, LONGEST_INTERNAL_NOTE } from '../reservations/internal-note/internal-note-field';
import { InterpreterLanguages } from '../reservations/interpreter-languages';
import { MessageTexts } from '../reservations/message-texts';
import { ModeChoice } from '../reservations/mode-choice';
import { ReservationTexts } from '../reservations/reservation-texts';
import { BookingCommands } from './booking-commands';
import { type BookingDetails, type BookingMode, type DetailsSource, bookingRequestOf, detailsFor } from './booking-details';
import { BookingTime } from './booking-time';
import { ClientChoice } from './client-choice';
import { NearestTimes } from './nearest-times';
import { tellingOf } from './telling';

const LONGEST_NOTE = 500;
const NOT_FOUND = 'NOT_FOUND';
const GONE: readonly string[] = ['TIME_TAKEN', 'TIME_NOT_OFFERED'];

/** The rest of a booking once the client is known: the way of meeting, what the client is told, and one button. */
@Component({
  selector: 'app-booking-form',
  imports: [
    BroughtIntoView,
    ErrorState,
    FieldControl,
    FormField,
    InternalNoteField,
    LabelledField,
    ModeChoice,
    NearestTimes,
    TranslocoPipe,
  ],
  templateUrl: './booking-form.html',
})
export class BookingForm {
  readonly client = input.required<ClientView>();
  readonly time = input.required<OfferedTimeView>();
  readonly isBusy = model.required<boolean>();
  readonly booked = output<ReservationView>();
  readonly timeChosen = output<FreeTimeView>();
  readonly othersAsked = output();
  readonly left = output();

  private readonly commands = inject(BookingCommands);
  private readonly bookingTime = inject(BookingTime);
  private readonly languages = inject(InterpreterLanguages);
  private readonly choice = inject(ClientChoice);
  private readonly messageTexts = inject(MessageTexts);
  protected readonly texts = inject(ReservationTexts);

  /** Once it is booked, another press only shows it: whatever has kept the reservation from opening. */
  private made: ReservationView | null = null;
  private readonly model = linkedSignal<DetailsSource, BookingDetails>({
    source: () => ({ modes: this.time().modes, client: this.client() }),
    computation: detailsFor,
  });
  protected readonly details = form(this.model, (path) => {
    atMost(path.noteToClient, LONGEST_NOTE);
    atMost(path.internalNote, LONGEST_INTERNAL_NOTE);
  });
  protected readonly interpreters = computed(() => this.languages.choices(this.client().interpreterLanguage));
  protected readonly telling = computed(() => tellingOf(this.client(), this.time(), this.bookingTime.isPast()));
  protected readonly channels = computed(() => {
    const telling = this.telling();
    return telling.by === 'message' ? telling.channels.map((channel) => this.messageTexts.channel({ channel })).join(', ') : '';
  });

  /** A refusal of one time says nothing of another. */
  protected readonly failure = linkedSignal<string, ApiProblem | null>({ source: () => this.time().id, computation: () => null });
  protected readonly isGone = computed(() => GONE.includes(this.failure()?.code ?? ''));
  /** The server says only that something is not there: it is the client once the time, read again, still is. */
  protected readonly isClientLost = computed(() => this.failure()?.code === NOT_FOUND && this.bookingTime.resource.status() === 'resolved');
  protected readonly alternatives = computed(() => timesOf(this.failure()?.alternatives ?? []));

  protected chooseMode(mode: BookingMode): void {
    this.model.update((details) => ({ ...details, mode }));
  }

  protected searchAgain(): void {
    this.choice.change();
  }

  protected async book(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.failure.set(null);
    const outcome = await submitToServer(this.details, async (details) => {
      const request = bookingRequestOf(this.time(), this.client(), details, this.bookingTime.isPast());
      this.made ??= await this.commands.book(request);
      this.booked.emit(this.made);
    });
    // The owner ends the work that it has to show.
    if (outcome.sent) return;
    this.isBusy.set(false);
    if (outcome.problem?.code === NOT_FOUND) this.bookingTime.resource.reload();
    this.failure.set(outcome.problem);
  }
}
