import { httpResource } from '@angular/common/http';
import { computed, inject, linkedSignal } from '@angular/core';
import { type ApiProblem, problemOf } from '@vuoro/ui-shared';
import { Api, type FreeTimeView, findFreeTimes } from '@vuoro/ui-shared/api';
import { groupByDay } from './free-times';

export type TimesQuery = Parameters<typeof findFreeTimes>[2];

interface TimesPage<Time extends FreeTimeView> {
  readonly items: readonly Time[];
  readonly nextCursor: string | null;
}

interface ReadingMore {
  readonly isGoingOn: boolean;
  readonly failure: ApiProblem | null;
}

const NOT_READING: ReadingMore = { isGoingOn: false, failure: null };

/** Free times of one search: the first page, and as many more as have been asked for. Made where `inject` may be used. */
export class PagedTimes<Time extends FreeTimeView> {
  private readonly api = inject(Api);
  readonly first = httpResource<TimesPage<Time>>(() => {
    const params = this.query();
    return params === null ? undefined : { url: findFreeTimes.PATH, params: { ...params } };
  });
  private readonly firstPage = computed(() => (this.first.hasValue() ? this.first.value() : null));
  /** The first page anew begins anew, and so does what was said of reading more. */
  private readonly pages = linkedSignal<TimesPage<Time> | null, readonly TimesPage<Time>[]>({
    source: this.firstPage,
    computation: (first) => (first === null ? [] : [first]),
  });
  private readonly more = linkedSignal<TimesPage<Time> | null, ReadingMore>({ source: this.firstPage, computation: () => NOT_READING });
  private readonly cursor = computed(() => this.pages().at(-1)?.nextCursor ?? null);

  readonly times = computed((): readonly Time[] => this.pages().flatMap(({ items }) => items));
  readonly days = computed(() => groupByDay(this.times()));
  readonly hasMore = computed(() => this.cursor() !== null);
  readonly isReadingMore = computed(() => this.more().isGoingOn);
  readonly failure = computed(() => this.more().failure);

  /** @param query null: nothing is asked for yet */
  constructor(private readonly query: () => TimesQuery | null) {}

  /** Pressed twice, it reads once. What comes after another search has been begun belongs to nothing any more. */
  async readMore(): Promise<void> {
    const [query, cursor, first] = [this.query(), this.cursor(), this.firstPage()];
    if (query === null || cursor === null || this.isReadingMore()) return;
    this.more.set({ isGoingOn: true, failure: null });
    try {
      // Which rows the server gives is said by the query, of which the description knows only the wider.
      const page = (await this.api.invoke(findFreeTimes, { ...query, cursor })) as unknown as TimesPage<Time>;
      if (this.firstPage() !== first) return;
      this.pages.update((pages) => [...pages, page]);
      this.more.set(NOT_READING);
    } catch (error) {
      if (this.firstPage() === first) this.more.set({ isGoingOn: false, failure: problemOf(error) });
    }
  }
}
