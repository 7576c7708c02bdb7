import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, type LocalDate, type LocalizedText } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads, RegisterSubject } from '../organisation/index.ts';
import type { Skill } from './staff-records.ts';
import { EMPLOYEE_CHANGE } from './staff.actions.ts';
import { EMPLOYEE_KEY_TAKEN } from './staff.problems.ts';
import { StaffRepository } from './staff.repository.ts';

export interface NewEmployee {
  readonly id?: string;
  readonly externalKey: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: LocalizedText;
  readonly email: string;
  readonly languages: readonly string[];
  readonly skills?: readonly Skill[];
  /** Whether citizens may choose the person by name, where the type allows it; no when left out. */
  readonly namedToCitizens?: boolean;
  readonly homeUnitId: string;
  readonly employedFrom: LocalDate;
  readonly employedTo?: LocalDate;
}

/** Enters an employee, who from then on can be busy; the right to sign in comes from identity. */
@Injectable()
export class CreateEmployee {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly registerSubject: RegisterSubject,
    private readonly staff: StaffRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the employee's id @throws Problem EMPLOYEE_KEY_TAKEN; NOT_FOUND for a home unit outside the reach */
  async execute(principal: Principal, request: NewEmployee): Promise<string> {
    this.access.require(principal, EMPLOYEE_CHANGE, { unitId: request.homeUnitId });
    const id = request.id ?? newId();
    const at = toDate(this.clock.now());
    try {
      await this.transactions.run(principal, async (tx) => {
        await this.organisation.requireUnits(tx, [request.homeUnitId]);
        await this.registerSubject.execute(tx, id, 'EMPLOYEE');
        await this.staff.insert(tx, {
          ...request,
          id,
          organisationId: principal.organisationId,
          languages: [...request.languages],
          skills: [...(request.skills ?? [])],
          namedToCitizens: request.namedToCitizens ?? false,
          employedTo: request.employedTo ?? null,
          version: 1,
          createdAt: at,
          updatedAt: at,
        });
      });
    } catch (error) {
      if (isConstraintViolation(error, 'employee_external_key')) throw new Problem(EMPLOYEE_KEY_TAKEN);
      throw error;
    }
    return id;
  }
}
