import { httpResource } from '@angular/common/http';
import { Component, ElementRef, Injector, afterNextRender, computed, inject, signal, viewChild, viewChildren } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { EmptyState, ErrorState, Loading, Localize, TimeFormat, Toaster } from '@vuoro/ui-shared';
import { Api, type EmployeeTaskView, listEmployeeTasks, markEmployeeTaskDone } from '@vuoro/ui-shared/api';
import { Directory } from '../directory/directory';
import { rereadEachMinute, rereadOnChange } from '../live/reread';

/** What waits for somebody to act: a client who cannot come, times that overlap, messages that reached nobody. */
@Component({
  selector: 'app-tasks-page',
  imports: [EmptyState, ErrorState, Loading, RouterLink, RouterOutlet, TranslocoPipe],
  templateUrl: './tasks-page.html',
  styleUrl: './tasks-page.css',
})
export class TasksPage {
  private readonly api = inject(Api);
  private readonly directory = inject(Directory);
  private readonly localize = inject(Localize);
  private readonly toaster = inject(Toaster);
  private readonly texts = inject(TranslocoService);
  protected readonly format = inject(TimeFormat);

  protected readonly tasks = httpResource<EmployeeTaskView[]>(() => listEmployeeTasks.PATH);
  protected readonly open = computed(() => (this.tasks.hasValue() ? this.tasks.value() : []));
  protected readonly pending = signal<ReadonlySet<string>>(new Set());
  protected readonly failure = signal<unknown>(null);

  private readonly injector = inject(Injector);
  private readonly heading = viewChild.required<string, ElementRef<HTMLElement>>('heading', { read: ElementRef });
  private readonly rows = viewChildren<string, ElementRef<HTMLElement>>('row', { read: ElementRef });

  constructor() {
    rereadOnChange(this.tasks);
    rereadEachMinute(this.tasks);
  }

  protected whose({ employeeId, unitId }: EmployeeTaskView): string {
    const names = [employeeId, unitId].map((id) => (id === null ? '' : this.localize.text(this.directory.nameOf(id))));
    return names.filter(Boolean).join(', ');
  }

  protected async markDone(task: EmployeeTaskView): Promise<void> {
    if (this.pending().has(task.id)) return;
    this.setPending(task.id, true);
    const place = this.open().indexOf(task);
    this.failure.set(null);
    try {
      await this.api.invoke(markEmployeeTaskDone, { id: task.id });
      this.tasks.update((tasks) => tasks?.filter(({ id }) => id !== task.id));
      this.focusAt(place);
      this.toaster.show(this.texts.translate('tasks.marked'));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.setPending(task.id, false);
    }
  }

  /** The task has gone with its button: on to the one that has come in its place, else to the last, else to the top. */
  private focusAt(place: number): void {
    afterNextRender(() => (this.rows()[place] ?? this.rows().at(-1) ?? this.heading()).nativeElement.focus(), { injector: this.injector });
  }

  private setPending(id: string, isPending: boolean): void {
    this.pending.update((pending) => new Set([...pending].filter((other) => other !== id).concat(isPending ? [id] : [])));
  }
}
