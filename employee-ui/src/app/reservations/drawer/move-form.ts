import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, form, required } from '@angular/forms/signals';
import { TranslocoPipe } from '@jsverse/transloco';
import {
  DatePicker,
  EmptyState,
  ErrorState,
  LabelledField,
  Loading,
  Localize,
  ServerNow,
  TimeFormat,
  addDays,
  dateOf,
  isoOf,
  startOfDay,
} from '@vuoro/ui-shared';
import { type FreeTimePageView, type FreeTimeView, type ReservationView, findFreeTimes } from '@vuoro/ui-shared/api';
import { Directory } from '../../directory/directory';
import { TypeCatalogue } from '../../directory/type-catalogue';
import { groupByDay, modeToKeep, timesOf } from '../free-times';
import { type ProposedMove, type TimeToMoveTo, changeOfPeople, timeProposed } from '../proposed-move';
import { ReservationCommands } from '../reservation-commands';
import { ReservationTexts } from '../reservation-texts';
import { FocusedHeading } from './focused-heading';
import { OpenReservation } from './open-reservation';
import { ToldClients } from './told-clients';

const MOST_TIMES = 60;

/** Moving to another offered time of the same type: where it was dropped in the calendar, or from a list, which needs no mouse. */
@Component({
  selector: 'app-move-form',
  imports: [DatePicker, EmptyState, ErrorState, FocusedHeading, FormField, LabelledField, Loading, ToldClients, TranslocoPipe],
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
  private readonly directory = inject(Directory);
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

  protected readonly times = httpResource<FreeTimePageView>(() => ({
    url: findFreeTimes.PATH,
    params: { appointmentTypeId: this.reservation().appointmentType.id, from: isoOf(startOfDay(this.from())), limit: MOST_TIMES },
  }));
  protected readonly days = computed(() =>
    this.times.hasValue() ? groupByDay(this.times.value().items.filter(({ startsAt }) => startsAt !== this.reservation().startsAt)) : [],
  );
  protected readonly hasMore = computed(() => this.times.hasValue() && this.times.value().nextCursor !== null);
  /** Times nearest to the one that somebody else has just taken. */
  protected readonly alternatives = computed(() => timesOf(this.opened.failure()?.alternatives ?? []));

  private readonly proposedTime = computed(
    () => {
      const view = this.reservation();
      return timeProposed(this.proposed(), view, this.catalogue.of(view.appointmentType.id));
    },
    { equal: (a, b) => a?.id === b?.id && a?.modes.join() === b?.modes.join() },
  );
  /** Chosen from the list; until then what was dropped on. */
  private readonly listed = signal<TimeToMoveTo | null>(null);
  /** With a proposal, other times are shown only to whom asks for them, or when there is nothing at that place. */
  private readonly isListAsked = signal(false);
  protected readonly isListed = computed(() => this.proposedTime() === null || this.isListAsked());
  protected readonly isNothingThere = computed(() => this.proposed() !== null && this.proposedTime() === null);
  protected readonly chosen = computed(() => this.listed() ?? (this.isListAsked() ? null : this.proposedTime()));
  protected readonly people = computed(() => (this.listed() === null ? changeOfPeople(this.proposed(), this.reservation()) : null));
  private readonly presentMode = computed(() => this.reservation().mode);
  protected readonly mode = linkedSignal(() => modeToKeep(this.presentMode(), this.chosen()));

  protected typeName(): string {
    return this.localize.text(this.reservation().appointmentType.name);
  }

  protected droppedOn(): string {
    const proposed = this.proposed();
    return proposed === null ? '' : `${proposed.subject.name}, ${this.format.dateTime(proposed.startsAt)}`;
  }

  protected unitName(time: FreeTimeView): string {
    return this.localize.text(this.directory.nameOf(time.unitId));
  }

  constructor() {
    this.catalogue.want();
  }

  protected choose(time: FreeTimeView): void {
    this.opened.forgetOutcome();
    this.listed.set(time);
  }

  protected showList(): void {
    this.opened.forgetOutcome();
    this.isListAsked.set(true);
  }

  protected showLater(): void {
    const last = this.days().at(-1);
    if (last) this.model.set({ from: addDays(last.date, 1) });
  }

  protected async moveReservation(event: Event): Promise<void> {
    event.preventDefault();
    const time = this.chosen();
    if (time === null || this.opened.isBusy()) return;
    const view = this.reservation();
    const wish = { offeredTimeId: time.id, mode: this.mode() };
    const isDone = await this.opened.carryOut(() => this.commands.move(view, wish), 'reservation.move.done');
    if (isDone) {
      this.done.emit();
      return;
    }
    // The list is older than the refusal.
    this.listed.set(null);
    this.isListAsked.set(true);
    this.times.reload();
  }
}
