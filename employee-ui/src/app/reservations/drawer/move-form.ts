import { Component, computed, inject, input, linkedSignal, output, signal, viewChildren } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import { DatePicker, ErrorState, LabelledField, Localize, ServerNow, TimeFormat, dateOf } from '@vuoro/ui-shared';
import type { EmployeeFreeTimeView, ReservationView } from '@vuoro/ui-shared/api';
import { TypeCatalogue } from '../../directory/type-catalogue';
import { BroughtIntoView } from '../brought-into-view';
import { modeToKeep, timesOf } from '../free-times';
import { type ProposedMove, type TimeToMoveTo, changeOfPeople, isSamePeople, namesOf, timeProposed } from '../proposed-move';
import { ModeChoice } from '../mode-choice';
import { ReservationCommands } from '../reservation-commands';
import { ReservationTexts } from '../reservation-texts';
import { FocusedHeading } from '../focused-heading';
import { MoveTimes } from './move-times';
import { OpenReservation } from './open-reservation';
import { ToldClients } from './told-clients';

/** Moving to another offered time of the same type: where it was dropped in the calendar, or from a list, which needs no mouse. */
@Component({
  selector: 'app-move-form',
  imports: [
    BroughtIntoView,
    DatePicker,
    ErrorState,
    FocusedHeading,
    FormField,
    LabelledField,
    ModeChoice,
    MoveTimes,
    ToldClients,
    TranslocoPipe,
  ],
  templateUrl: './move-form.html',
  styleUrl: './move-form.css',
})
export class MoveForm {
  readonly reservation = input.required<ReservationView>();
  /** Where it was dropped in the calendar; null when the form is opened by itself. */
  readonly proposed = input<ProposedMove | null>(null);
  readonly done = output();
  /** Without having changed anything. */
  readonly left = output();

  private readonly commands = inject(ReservationCommands);
  private readonly catalogue = inject(TypeCatalogue);
  private readonly localize = inject(Localize);
  private readonly now = inject(ServerNow);
  protected readonly opened = inject(OpenReservation);
  protected readonly format = inject(TimeFormat);
  protected readonly texts = inject(ReservationTexts);

  protected readonly today = computed(() => dateOf(this.now.minute()));
  private readonly model = signal({ from: this.today() });
  protected readonly search = form(this.model, (path) => {
    required(path.from);
  });
  private readonly from = computed(() => this.model().from || this.today());

  /** Who leads: the client's own worker, whose times come first. */
  private readonly lead = computed(() => this.reservation().employees.find(({ lead }) => lead) ?? null);
  protected readonly leadName = computed(() => this.lead()?.name ?? '');
  private readonly asked = computed(() => ({ appointmentTypeId: this.reservation().appointmentType.id, from: this.from() }));
  protected readonly wantedOfSame = computed(() => {
    const lead = this.lead();
    return lead === null ? null : { ...this.asked(), employeeId: lead.id };
  });
  protected readonly wantedOfOthers = computed(() => ({ ...this.asked(), employeeId: null }));
  protected readonly isWithSame = ({ employees }: EmployeeFreeTimeView): boolean => isSamePeople(this.reservation().employees, employees);
  protected readonly isWithOthers = (time: EmployeeFreeTimeView): boolean => !this.isWithSame(time);
  private readonly lists = viewChildren(MoveTimes);
  /** Times nearest to the one that somebody else has just taken. */
  protected readonly alternatives = computed(() => timesOf(this.opened.failure()?.alternatives ?? []));

  /** The offered time of its type where it was dropped, whosoever. */
  private readonly timeThere = computed(() => {
    const view = this.reservation();
    return timeProposed(this.proposed(), view, this.catalogue.of(view.appointmentType.id));
  });
  protected readonly isOthersOnly = computed(
    () => !this.reservation().mayMoveToOthers && changeOfPeople(this.reservation(), this.timeThere()) !== null,
  );
  private readonly proposedTime = computed(() => (this.isOthersOnly() ? null : this.timeThere()), {
    equal: (a, b) => a?.id === b?.id && a?.modes.join() === b?.modes.join(),
  });
  /** Chosen from the list; until then what was dropped on. */
  private readonly listed = signal<TimeToMoveTo | null>(null);
  /** With a proposal, other times are shown only to whom asks for them, or when there is nothing at that place. */
  private readonly isListAsked = signal(false);
  protected readonly isListed = computed(() => this.proposedTime() === null || this.isListAsked());
  protected readonly isNothingThere = computed(() => this.proposed() !== null && this.timeThere() === null);
  protected readonly chosen = computed(() => this.listed() ?? (this.isListAsked() ? null : this.proposedTime()));
  /** Who would meet the client instead; a change of the time must not become a change of the worker unseen. */
  protected readonly people = computed(() => changeOfPeople(this.reservation(), this.chosen()));
  private readonly presentMode = computed(() => this.reservation().mode);
  protected readonly mode = linkedSignal(() => modeToKeep(this.presentMode(), this.chosen()));

  protected typeName(): string {
    return this.localize.text(this.reservation().appointmentType.name);
  }

  protected droppedOn(): string {
    const proposed = this.proposed();
    return proposed === null ? '' : `${proposed.subject.name}, ${this.format.dateTime(proposed.startsAt)}`;
  }

  protected whoNow(): string {
    return namesOf(this.reservation().employees);
  }

  protected who(time: TimeToMoveTo): string {
    return namesOf(time.employees);
  }

  constructor() {
    this.catalogue.want();
  }

  protected choose(time: TimeToMoveTo): void {
    this.opened.forgetOutcome();
    this.listed.set(time);
  }

  protected showList(): void {
    this.opened.forgetOutcome();
    this.isListAsked.set(true);
  }

  protected async moveReservation(event: Event): Promise<void> {
    event.preventDefault();
    const time = this.chosen();
    if (time === null || this.opened.isBusy()) return;
    const view = this.reservation();
    const wish = { offeredTimeId: time.id, mode: this.mode() };
    const done = this.people() === null ? 'reservation.move.done' : 'reservation.move.doneByAnother';
    const isDone = await this.opened.carryOut(() => this.commands.move(view, wish), done);
    if (isDone) {
      this.done.emit();
      return;
    }
    // The list is older than the refusal.
    this.listed.set(null);
    this.isListAsked.set(true);
    for (const list of this.lists()) list.readAgain();
  }
}
