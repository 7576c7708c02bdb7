import { Injectable } from '@nestjs/common';
import { Clock, parseInstant, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type EmployeePrincipal } from '../../platform/access/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { AppointmentTypes, wishOf } from '../appointment-types/index.ts';
import { FREE_TIME_READ } from './availability.actions.ts';
import { employeeFreeTimeView, type EmployeeFreeTimePageView, type EmployeeFreeTimeQueryRequest } from './free-times.dto.ts';
import { FreeTimes } from './free-times.ts';

/** Free times for an employee who books or moves: of the units and the service in which that person may. */
@Injectable()
export class FindEmployeeFreeTimes {
  constructor(
    private readonly transactions: Transactions,
    private readonly types: AppointmentTypes,
    private readonly freeTimes: FreeTimes,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem FORBIDDEN, NOT_FOUND for a type outside the employee's reach; SPAN_TOO_LONG, SPAN_EMPTY, CURSOR_INVALID */
  page(employee: EmployeePrincipal, request: EmployeeFreeTimeQueryRequest): Promise<EmployeeFreeTimePageView> {
    return this.transactions.run(employee, async (tx) => {
      const page = await this.freeTimes.first(tx, {
        seeker: 'EMPLOYEE',
        appointmentTypeId: request.appointmentTypeId,
        unitIds: await this.unitsInReach(tx, employee, request),
        limit: request.limit,
        rowPer: request.rowPer,
        now: this.clock.now(),
        ...(request.mode === undefined ? {} : { mode: request.mode }),
        ...(request.from === undefined ? {} : { from: parseInstant(request.from) }),
        ...(request.to === undefined ? {} : { to: parseInstant(request.to) }),
        ...wishOf(request),
        ...(request.cursor === undefined ? {} : { cursor: request.cursor }),
      });
      const items = await this.freeTimes.withEmployees(tx, page.items);
      return { items: items.map(employeeFreeTimeView), nextCursor: page.nextCursor };
    });
  }

  private async unitsInReach(
    tx: Tx,
    employee: EmployeePrincipal,
    { appointmentTypeId, unitId }: EmployeeFreeTimeQueryRequest,
  ): Promise<string[]> {
    this.access.requireAction(employee, FREE_TIME_READ);
    const type = await this.types.inForce(tx, appointmentTypeId, this.clock.now());
    if (type === null || type.serviceId === null) throw new Problem(NOT_FOUND);
    const { serviceId } = type;
    const wanted = unitId === undefined || unitId.length === 0 ? type.unitIds : type.unitIds.filter((id) => unitId.includes(id));
    const inReach = wanted.filter((id) => this.access.allows(employee, FREE_TIME_READ, { unitId: id, serviceId }));
    // No unit at all would mean every unit to the search.
    if (inReach.length === 0) throw new Problem(NOT_FOUND);
    return inReach;
  }
}
