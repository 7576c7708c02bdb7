import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { ServerNow, instantOf } from '@vuoro/ui-shared';
import { type OfferedTimeView, readOfferedTime } from '@vuoro/ui-shared/api';
import { rereadOnChange } from '../live/reread';

/** The time that is to be booked, of which the address tells, and what to offer instead when somebody has it. */
@Injectable()
export class BookingTime {
  private readonly now = inject(ServerNow);
  private readonly params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  private readonly id = computed(() => this.params().get('offeredTimeId') ?? '');

  readonly resource = httpResource<OfferedTimeView>(() => readOfferedTime.PATH.replace('{id}', encodeURIComponent(this.id())));
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

  /** Known before anybody has tried; a refusal brings its own. */
  readonly nearest = computed(() => this.view()?.alternatives ?? []);

  constructor() {
    rereadOnChange(this.resource);
  }
}
