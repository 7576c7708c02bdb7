import { Component, ElementRef, computed, inject, input, output, viewChildren } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import { EmptyState, ErrorState, Loading, Localize, TimeFormat, focusFirstNew, isoOf, startOfDay } from '@vuoro/ui-shared';
import type { EmployeeFreeTimeView } from '@vuoro/ui-shared/api';
import { Directory } from '../../directory/directory';
import { groupByDay } from '../free-times';
import { PagedTimes } from '../paged-times';
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
  protected readonly list = new PagedTimes<EmployeeFreeTimeView>(this.query);
  protected readonly days = computed(() => groupByDay(this.list.times().filter(this.belongs())));
  private readonly choices = viewChildren<string, ElementRef<HTMLElement>>('choice', { read: ElementRef });
  private readonly moreAsked = focusFirstNew(this.choices);

  protected readMore(): void {
    this.moreAsked();
    void this.list.readMore();
  }

  /** After a refusal has shown that the list is older than what others have done. */
  readAgain(): void {
    this.list.first.reload();
  }

  /** Nothing where the list is of one employee and says so above it; a pair is always named. */
  protected who({ employees }: EmployeeFreeTimeView): string {
    return this.wanted().employeeId !== null && employees.length === 1 ? '' : namesOf(employees);
  }

  protected where(time: EmployeeFreeTimeView): string {
    return this.localize.text(this.directory.nameOf(time.unitId));
  }
}
