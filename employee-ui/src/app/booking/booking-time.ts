import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { ServerNow, dateOf, instantOf, isoOf, startOfDay } from '@vuoro/ui-shared';
import { type FreeTimePageView, type FreeTimeView, type OfferedTimeView, findFreeTimes, readOfferedTime } from '@vuoro/ui-shared/api';
import { rereadOnChange } from '../live/reread';

const NEAREST = 3;

/** The time that is to be booked, and what to offer instead when somebody has it. */
@Injectable()
export class BookingTime {
  private readonly now = inject(ServerNow);
  readonly id = signal<string | null>(null);

  readonly resource = httpResource<OfferedTimeView>(() => {
    const id = this.id();
    return id === null ? undefined : readOfferedTime.PATH.replace('{id}', encodeURIComponent(id));
  });
  /** The one before stays until another has come: what has been typed for it must not vanish meanwhile. */
  readonly view = linkedSignal<OfferedTimeView | null, OfferedTimeView | null>({
    source: () => (this.resource.hasValue() ? this.resource.value() : null),
    computation: (read, before) => read ?? before?.value ?? null,
  });
  readonly isPast = computed(() => {
    const view = this.view();
    return view !== null && instantOf(view.startsAt) < this.now.minute();
  });
  readonly isTaken = computed(() => this.view()?.availability === 'TAKEN');

  /** Asked for only when the time is known to be gone before anybody has tried; a refusal brings its own. */
  private readonly nearestPage = httpResource<FreeTimePageView>(() => {
    const view = this.view();
    if (view === null || !this.isTaken()) return undefined;
    const from = isoOf(startOfDay(dateOf(Math.max(instantOf(view.startsAt), this.now.minute()))));
    return { url: findFreeTimes.PATH, params: { appointmentTypeId: view.appointmentType.id, from, limit: NEAREST } };
  });
  readonly nearest = computed((): readonly FreeTimeView[] => (this.nearestPage.hasValue() ? this.nearestPage.value().items : []));

  constructor() {
    rereadOnChange(this.resource);
  }
}
