import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import { EmptyState, ErrorState, Loading, Localize, TimeFormat, Toaster } from '@vuoro/ui-shared';
import { Api, type EmployeeTaskView, listEmployeeTasks, markEmployeeTaskDone } from '@vuoro/ui-shared/api';
import { Directory } from '../directory/directory';
import { rereadOnChange } from '../live/reread';

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

  constructor() {
    rereadOnChange(this.tasks);
  }

  protected whose({ employeeId, unitId }: EmployeeTaskView): string {
    const names = [employeeId, unitId].map((id) => (id === null ? '' : this.localize.text(this.directory.nameOf(id))));
    return names.filter(Boolean).join(', ');
  }

  protected async markDone(task: EmployeeTaskView): Promise<void> {
    if (this.pending().has(task.id)) return;
    this.setPending(task.id, true);
    this.failure.set(null);
    try {
      await this.api.invoke(markEmployeeTaskDone, { id: task.id });
      this.tasks.update((tasks) => tasks?.filter(({ id }) => id !== task.id));
      this.toaster.show(this.texts.translate('tasks.marked'));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.setPending(task.id, false);
    }
  }

  private setPending(id: string, isPending: boolean): void {
    this.pending.update((pending) => new Set([...pending].filter((other) => other !== id).concat(isPending ? [id] : [])));
  }
}
