import { Component, ElementRef, computed, inject, input, linkedSignal, viewChildren } from '@angular/core';
import { httpResource } from '@angular/common/http';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import { AppointmentTime, EmptyState, ErrorState, Loading, Localize, StatusTag, focusFirstNew, problemOf } from '@vuoro/ui-shared';
import { type CitizenReservationPageView, type CitizenReservationView, listOwnReservations } from '@vuoro/ui-shared/api';
import { PageHeading } from '../../heading/route-focus';
import { LeaveQuickly } from '../../leave-quickly/leave-quickly';
import { SignInAgain } from '../../session/sign-in-again';
import { statusText } from '../status-text';

const PAGE_SIZE = 20;

/** Coming times, or past ones: also those that an employee booked. */
@Component({
  selector: 'app-my-times',
  imports: [AppointmentTime, EmptyState, ErrorState, Loading, PageHeading, RouterLink, SignInAgain, StatusTag, TranslocoPipe],
  templateUrl: './my-times.html',
})
export class MyTimes {
  /** `past` in the address shows past times. */
  readonly when = input<string>();

  protected readonly localize = inject(Localize);
  protected readonly statusText = statusText;
  protected readonly period = computed(() => (this.when() === 'past' ? 'past' : 'upcoming'));
  private readonly cursor = linkedSignal<string, string | null>({ source: this.period, computation: () => null });
  protected readonly page = httpResource<CitizenReservationPageView>(() => {
    const cursor = this.cursor();
    return { url: listOwnReservations.PATH, params: { when: this.period(), limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) } };
  });
  /** The pages read so far, one after another. */
  protected readonly times = linkedSignal<Loaded, readonly CitizenReservationView[] | null>({
    source: () => ({ page: this.page.hasValue() ? this.page.value() : null, period: this.period(), isFirst: this.cursor() === null }),
    computation: (now, before) => {
      const earlier = before !== undefined && before.source.period === now.period ? before.value : null;
      if (now.page === null) return earlier;
      return now.isFirst ? now.page.items : appended(earlier ?? [], now.page.items);
    },
  });
  /** That of the page before stays while the next one is read: the button must not vanish from under the finger. */
  protected readonly nextCursor = linkedSignal<string | null | undefined, string | null>({
    source: () => (this.page.hasValue() ? this.page.value().nextCursor : undefined),
    computation: (told, before) => (told === undefined ? (before?.value ?? null) : told),
  });
  protected readonly problem = computed(() => problemOf(this.page.error()));
  private readonly links = viewChildren<string, ElementRef<HTMLElement>>('link', { read: ElementRef });
  private readonly moreAsked = focusFirstNew(this.links);

  constructor() {
    inject(LeaveQuickly).follow(() => this.times()?.some((time) => time.leaveQuickly));
  }

  protected readMore(cursor: string): void {
    if (this.page.isLoading()) return;
    this.moreAsked();
    this.cursor.set(cursor);
  }
}

interface Loaded {
  readonly page: CitizenReservationPageView | null;
  readonly period: string;
  readonly isFirst: boolean;
}

/** A page read anew after an error brings the same rows again. */
function appended(earlier: readonly CitizenReservationView[], more: readonly CitizenReservationView[]): readonly CitizenReservationView[] {
  const known = new Set(earlier.map(({ id }) => id));
  return [...earlier, ...more.filter(({ id }) => !known.has(id))];
}
