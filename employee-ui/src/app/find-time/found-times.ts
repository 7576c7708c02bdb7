import { httpResource } from '@angular/common/http';
import { Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { type ApiProblem, isoOf, problemOf, startOfDay } from '@vuoro/ui-shared';
import { Api, type FreeTimePageView, type FreeTimeView, findFreeTimes } from '@vuoro/ui-shared/api';
import { rereadOnChange } from '../live/reread';
import { groupByDay } from '../reservations/free-times';
import { isSameSearch, readFindTime } from './find-time-address';
import { SearchableTypes } from './searchable-types';

const PAGE_SIZE = 40;

/** The free times that the address asks for: the first page, and as many more as have been asked for. */
@Injectable()
export class FoundTimes {
  private readonly api = inject(Api);
  private readonly searchable = inject(SearchableTypes);
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  readonly address = computed(() => readFindTime(this.params()), { equal: isSameSearch });

  /** Known once the types are: of some, one may book only the own ones, whatever the address says. */
  private readonly query = computed(() => {
    const { type, unit, mode, from } = this.address();
    if (type === null || !this.searchable.resource.hasValue()) return null;
    const employee = this.searchable.onlyEmployee(this.searchable.find(type)) ?? this.address().employee;
    return {
      appointmentTypeId: type,
      limit: PAGE_SIZE,
      ...(unit === null ? {} : { unitId: [unit] }),
      ...(mode === null ? {} : { mode }),
      ...(employee === null ? {} : { employeeId: employee }),
      ...(from === null ? {} : { from: isoOf(startOfDay(from)) }),
    };
  });
  readonly first = httpResource<FreeTimePageView>(() => {
    const params = this.query();
    return params === null ? undefined : { url: findFreeTimes.PATH, params };
  });
  /** All pages so far; the first one anew begins anew. */
  private readonly pages = linkedSignal<readonly FreeTimePageView[]>(() => (this.first.hasValue() ? [this.first.value()] : []));
  readonly times = computed((): readonly FreeTimeView[] => this.pages().flatMap(({ items }) => items));
  readonly days = computed(() => groupByDay(this.times()));
  private readonly cursor = computed(() => this.pages().at(-1)?.nextCursor ?? null);
  readonly hasMore = computed(() => this.cursor() !== null);
  readonly isReadingMore = signal(false);
  readonly failure = signal<ApiProblem | null>(null);

  constructor() {
    rereadOnChange(this.first);
  }

  async readMore(): Promise<void> {
    const [query, cursor] = [this.query(), this.cursor()];
    if (query === null || cursor === null || this.isReadingMore()) return;
    this.isReadingMore.set(true);
    this.failure.set(null);
    try {
      const page = await this.api.invoke(findFreeTimes, { ...query, cursor });
      // Another search may have been begun meanwhile.
      if (this.cursor() === cursor) this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      this.failure.set(problemOf(error));
    } finally {
      this.isReadingMore.set(false);
    }
  }
}
