import { Injectable, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { isoOf, startOfDay } from '@vuoro/ui-shared';
import type { EmployeeFreeTimeView } from '@vuoro/ui-shared/api';
import { rereadOnChange } from '../live/reread';
import { PagedTimes } from '../reservations/paged-times';
import { isSameSearch, readFindTime } from './find-time-address';
import { SearchableTypes } from './searchable-types';

const PAGE_SIZE = 40;

/** The free times that the address asks for: the first page, and as many more as have been asked for. */
@Injectable()
export class FoundTimes {
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
  readonly list = new PagedTimes<EmployeeFreeTimeView>(this.query);

  constructor() {
    rereadOnChange(this.list.first);
  }
}
