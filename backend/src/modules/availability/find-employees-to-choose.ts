import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../kernel/index.ts';
import { Transactions, type TransactionScope, type Tx } from '../../platform/database/index.ts';
import { servedLanguages, StaffReads } from '../staff/index.ts';
import type { EmployeesToChooseView } from './employees-to-choose.dto.ts';
import { FreeTimesRepository } from './free-times.repository.ts';
import { SearchScopes } from './search-scope.ts';

/** By whom and in which languages citizens may look for times of a type: what the type allows, and names of those only who are named. */
@Injectable()
export class FindEmployeesToChoose {
  constructor(
    private readonly transactions: Transactions,
    private readonly scopes: SearchScopes,
    private readonly times: FreeTimesRepository,
    private readonly staff: StaffReads,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_FOUND for a type that citizens may not know of */
  execute(scope: TransactionScope, appointmentTypeId: string): Promise<EmployeesToChooseView> {
    return this.transactions.run(scope, (tx) => this.in(tx, appointmentTypeId, this.clock.now()));
  }

  /** As `execute`, within a transaction. */
  async in(tx: Tx, appointmentTypeId: string, now: Instant): Promise<EmployeesToChooseView> {
    const search = await this.scopes.of(tx, { seeker: 'CITIZEN', appointmentTypeId, now });
    const { employeeChoice } = search;
    if (employeeChoice === 'NONE') return { languages: [], people: [] };
    const found = await this.staff.employees(tx, await this.times.employeeIdsIn(tx, search, now));
    const employees = found.filter(({ active }) => active);
    const named = employeeChoice === 'PERSON' ? employees.filter(({ namedToCitizens }) => namedToCitizens) : [];
    return {
      languages: [...new Set(employees.flatMap(servedLanguages))].sort(),
      people: named.map((employee) => ({
        id: employee.id,
        name: `${employee.firstName} ${employee.lastName}`,
        languages: servedLanguages(employee),
      })),
    };
  }
}
