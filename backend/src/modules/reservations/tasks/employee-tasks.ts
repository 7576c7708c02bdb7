import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, Problem } from '../../../kernel/index.ts';
import { Access, NOT_FOUND, type EmployeePrincipal } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import { Transactions } from '../../../platform/database/index.ts';
import { employeeActions } from '../reservation.actions.ts';
import type { EmployeeTaskView } from './employee-task.dto.ts';
import { EmployeeTasksRepository, type EmployeeTask } from './employee-tasks.repository.ts';

const listLimit = 200;

/** What waits for an employee: a client who cannot come, times that overlap, messages that reached nobody. */
@Injectable()
export class EmployeeTasks {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly tasks: EmployeeTasksRepository,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** Open tasks of one's own and of one's units, oldest first, at most 200. */
  open(employee: EmployeePrincipal): Promise<EmployeeTaskView[]> {
    const columns = { unit: 't.unit_id', service: 'r.service_id', employee: 't.employee_id' };
    const scope = this.access.predicate(employee, employeeActions.EMPLOYEE_TASK_READ, columns, 2);
    return this.transactions.run(employee, async (tx) =>
      (await this.tasks.listOpen(tx, employee.employeeId, scope, listLimit)).map(taskView),
    );
  }

  /** Repeating it changes nothing. @throws Problem FORBIDDEN, NOT_FOUND */
  done(employee: EmployeePrincipal, id: string): Promise<EmployeeTaskView> {
    this.access.requireAction(employee, employeeActions.EMPLOYEE_TASK_DONE);
    return this.transactions.run(employee, async (tx) => {
      const task = await this.tasks.find(tx, employee.employeeId, id);
      if (task === null) throw new Problem(NOT_FOUND);
      const employeeIds = task.employeeId === null ? [] : [task.employeeId];
      const entry = {
        action: 'EmployeeTaskDone',
        objectType: 'employee_task',
        objectIds: [id],
        clientIds: task.clientId === null ? [] : [task.clientId],
        purpose: task.employeeId === employee.employeeId ? 'ASSIGNED' : 'UNIT_DUTY',
      } as const;
      if (
        !this.access.allows(employee, employeeActions.EMPLOYEE_TASK_DONE, { unitId: task.unitId, serviceId: task.serviceId, employeeIds })
      ) {
        throw this.audit.denied(tx, employee, entry);
      }
      const now = this.clock.now();
      await this.tasks.markDone(tx, id, employee.employeeId, now);
      await this.audit.record(tx, employee, { ...entry, what: 'update' });
      return taskView({ ...task, doneAt: task.doneAt ?? now });
    });
  }
}

function taskView(task: EmployeeTask): EmployeeTaskView {
  return {
    id: task.id,
    kind: task.kind,
    reservationId: task.reservationId,
    unitId: task.hidesPlace ? null : task.unitId,
    employeeId: task.employeeId,
    createdAt: formatInstant(task.createdAt),
    doneAt: task.doneAt === null ? null : formatInstant(task.doneAt),
  };
}
