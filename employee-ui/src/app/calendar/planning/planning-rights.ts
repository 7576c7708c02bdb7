import { Service, computed, inject } from '@angular/core';
import type { EmployeeView, UnitView } from '@vuoro/ui-shared/api';
import { Directory } from '../../directory/directory';
import { Session } from '../../session/session';
import { type EntryChoice, plannable, unitsToPlan } from './planning-rules';

const ACTIONS: Readonly<Record<EntryChoice, string>> = {
  offer: 'OFFERED_TIME_CHANGE',
  work: 'OTHER_WORK_CHANGE',
  absence: 'ABSENCE_CHANGE',
};

/** For whom and where the signed-in person may plan, so that nothing is offered in vain; the server decides. */
@Service()
export class PlanningRights {
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);

  readonly ownId = computed(() => this.session.view()?.employeeId ?? null);
  private readonly employees = computed(() => (this.directory.employees.hasValue() ? this.directory.employees.value() : []));
  private readonly allUnits = computed(() => (this.directory.units.hasValue() ? this.directory.units.value() : []));
  private readonly roles = computed(() => this.session.view()?.roles ?? []);

  units(choice: EntryChoice, employeeId: string): UnitView[] {
    const covered = unitsToPlan(choice, { employeeId: this.ownId(), roles: this.roles() }, employeeId, this.allUnits());
    return this.allUnits().filter(({ id }) => covered.has(id));
  }

  /** Whether some role lets the person make such entries at all. */
  may(choice: EntryChoice): boolean {
    return this.session.may(ACTIONS[choice]);
  }

  plannable(choice: EntryChoice): EmployeeView[] {
    if (!this.may(choice)) return [];
    return plannable(choice, { employeeId: this.ownId(), roles: this.roles() }, this.employees(), this.allUnits());
  }

  mayPlan(choice: EntryChoice, employeeId: string): boolean {
    return this.plannable(choice).some(({ id }) => id === employeeId);
  }

  employee(id: string): EmployeeView | null {
    return this.employees().find((known) => known.id === id) ?? null;
  }
}
