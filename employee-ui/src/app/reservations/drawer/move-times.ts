import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { type ApiProblem, EmptyState, ErrorState, Loading, Localize, TimeFormat, isoOf, problemOf, startOfDay } from '@vuoro/ui-shared';
import { Api, type EmployeeFreeTimePageView, type EmployeeFreeTimeView, findFreeTimes } from '@vuoro/ui-shared/api';
import { Directory } from '../../directory/directory';
import { groupByDay } from '../free-times';
import { namesOf } from '../proposed-move';

const PAGE_SIZE = 60;

/** Which free times a list holds: of everybody, or of one employee. */
export interface WantedTimes {
  readonly appointmentTypeId: string;
  readonly from: string;
  readonly employeeId: string | null;
}

/** Free times to move to, each with who would meet the client. */
@Component({
  selector: 'app-move-times',
  imports: [EmptyState, ErrorState, Loading, TranslocoPipe],
  templateUrl: './move-times.html',
  styleUrl: './move-form.css',
})
export class MoveTimes {
  readonly heading = input.required<string>();
  readonly wanted = input.required<WantedTimes>();
  /** Whether a time belongs to this list; the server's answer may hold others. */
  readonly belongs = input.required<(time: EmployeeFreeTimeView) => boolean>();
  readonly chosenId = input.required<string | null>();
  readonly timeChosen = output<EmployeeFreeTimeView>();

  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  private readonly localize = inject(Localize);
  protected readonly format = inject(TimeFormat);

  private readonly query = computed(
    () => {
      const { appointmentTypeId, from, employeeId } = this.wanted();
      const ofWhom = employeeId === null ? {} : { employeeId };
      return { appointmentTypeId, from: isoOf(startOfDay(from)), limit: PAGE_SIZE, rowPer: 'EMPLOYEE' as const, ...ofWhom };
    },
    // A reservation that is read anew asks for the same times.
    { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );
  protected readonly first = httpResource<EmployeeFreeTimePageView>(() => ({
    url: findFreeTimes.PATH,
    params: this.query(),
  }));
  private readonly pages = linkedSignal<readonly EmployeeFreeTimePageView[]>(() => (this.first.hasValue() ? [this.first.value()] : []));
  protected readonly days = computed(() => groupByDay(this.pages().flatMap(({ items }) => items).filter(this.belongs())));
  private readonly cursor = computed(() => this.pages().at(-1)?.nextCursor ?? null);
  protected readonly hasMore = computed(() => this.cursor() !== null);
  protected readonly failure = signal<ApiProblem | null>(null);

  /** After a refusal has shown that the list is older than what others have done. */
  readAgain(): void {
    this.first.reload();
  }

  protected who(time: EmployeeFreeTimeView): string {
    return namesOf(time.employees);
  }

  protected where(time: EmployeeFreeTimeView): string {
    return this.localize.text(this.directory.nameOf(time.unitId));
  }

  protected async readLater(): Promise<void> {
    const cursor = this.cursor();
    if (cursor === null) return;
    this.failure.set(null);
    try {
      const page = await this.api.invoke(findFreeTimes, { ...this.query(), cursor });
      // The list may have become another one meanwhile; pressed twice, the second answer is the same page.
      if (this.cursor() === cursor) this.pages.update((pages) => [...pages, page]);
    } catch (error) {
      this.failure.set(problemOf(error));
    }
  }
}
