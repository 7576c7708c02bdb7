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
import { groupByDay, modeToKeep, timesOf } from '../free-times';
import { ReservationCommands } from '../reservation-commands';
import { ReservationTexts } from '../reservation-texts';
import { FocusedHeading } from './focused-heading';
import { OpenReservation } from './open-reservation';
import { ToldClients } from './told-clients';

const MOST_TIMES = 60;

/** Moving to another offered time of the same type, from a list: the way that needs no mouse. */
@Component({
  selector: 'app-move-form',
  imports: [DatePicker, EmptyState, ErrorState, FocusedHeading, FormField, LabelledField, Loading, ToldClients, TranslocoPipe],
  templateUrl: './move-form.html',
  styleUrl: './move-form.css',
})
export class MoveForm {
  readonly reservation = input.required<ReservationView>();
  readonly done = output();
  /** Without having changed anything. */
  readonly left = output();

  private readonly commands = inject(ReservationCommands);
  private readonly directory = inject(Directory);
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

  protected readonly chosen = signal<FreeTimeView | null>(null);
  protected readonly mode = linkedSignal(() => modeToKeep(this.reservation().mode, this.chosen()));

  protected unitName(time: FreeTimeView): string {
    return this.localize.text(this.directory.nameOf(time.unitId));
  }

  protected choose(time: FreeTimeView): void {
    this.opened.forgetOutcome();
    this.chosen.set(time);
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
    this.chosen.set(null);
    this.times.reload();
  }
}
