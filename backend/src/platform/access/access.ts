import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/problem.ts';
import { FORBIDDEN, NOT_FOUND } from './access.problems.ts';
import { actionOf, type Action, type Reach } from './actions.ts';
import { concernedClientId, type EmployeePrincipal, type Principal, type RoleGrant } from './principal.ts';

/** What a decision is about. What is left out cannot justify access. */
export interface AccessObject {
  readonly unitId?: string;
  readonly serviceId?: string;
  readonly employeeIds?: readonly string[];
  readonly clientIds?: readonly string[];
}

/** SQL expressions that give the object's unit, service, employee (uuid) or whether the employee parameter is among its people. */
export interface AccessColumns {
  readonly unit?: string;
  readonly service?: string;
  readonly employee?: string;
  readonly client?: string;
}

export interface SqlPredicate {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** One rule an action, asked in two ways: about one object, and as a predicate over many. */
@Injectable()
export class Access {
  /**
   * @throws Problem FORBIDDEN when no grant of the principal includes the action;
   * NOT_FOUND when the object lies outside its reach, so that its existence is not told.
   */
  require(principal: Principal, code: string, object: AccessObject): void {
    this.requireAction(principal, code);
    if (!this.allows(principal, code, object)) throw new Problem(NOT_FOUND);
  }

  /** @throws Problem FORBIDDEN unless the principal has the action at all, for whatever object. */
  requireAction(principal: Principal, code: string): void {
    if (!knowsAction(principal, actionOf(code))) throw new Problem(FORBIDDEN);
  }

  /**
   * Where one acts must lie within a grant that includes the action, also when the calendar is one's own: else an employee could give
   * own times in a unit of another service, and so be given its clients.
   * @throws Problem FORBIDDEN when no grant includes the action; NOT_FOUND when none of those covers the unit with each of the services
   */
  requirePlace(principal: Principal, code: string, unitId: string, serviceIds: readonly string[] = []): void {
    this.requireAction(principal, code);
    if (principal.kind !== 'EMPLOYEE') return;
    const grants = reachesOf(principal, actionOf(code)).map(({ grant }) => grant);
    const isCovered = (place: AccessObject): boolean => grants.some((grant) => covers(grant, place));
    const places = serviceIds.length === 0 ? [{ unitId }] : serviceIds.map((serviceId) => ({ unitId, serviceId }));
    if (!places.every(isCovered)) throw new Problem(NOT_FOUND);
  }

  allows(principal: Principal, code: string, object: AccessObject): boolean {
    const action = actionOf(code);
    switch (principal.kind) {
      case 'SYSTEM':
        return true;
      case 'CITIZEN':
        return action.surface === 'CITIZEN' && (object.clientIds ?? []).includes(concernedClientId(principal));
      case 'EMPLOYEE':
        return reachesOf(principal, action).some(({ grant, reach }) => reaches(principal, grant, reach, object));
    }
  }

  /** The same rule for a list: a boolean SQL expression whose parameters start at `$firstParameter`. */
  predicate(principal: Principal, code: string, columns: AccessColumns, firstParameter: number): SqlPredicate {
    const action = actionOf(code);
    const parameters: unknown[] = [];
    const parameter = (value: unknown): string => `$${firstParameter + parameters.push(value) - 1}`;
    switch (principal.kind) {
      case 'SYSTEM':
        return { sql: 'TRUE', parameters };
      case 'CITIZEN':
        if (action.surface !== 'CITIZEN' || columns.client === undefined) return { sql: 'FALSE', parameters };
        return { sql: `${columns.client} = ${parameter(concernedClientId(principal))}::uuid`, parameters };
      case 'EMPLOYEE': {
        const alternatives = reachesOf(principal, action).map(({ grant, reach }) => clause(principal, grant, reach, columns, parameter));
        return { sql: alternatives.length === 0 ? 'FALSE' : `(${[...new Set(alternatives)].join(' OR ')})`, parameters };
      }
    }
  }
}

/** Whether any grant of the principal includes the action. */
export function knowsAction(principal: Principal, action: Action): boolean {
  switch (principal.kind) {
    case 'SYSTEM':
      return true;
    case 'CITIZEN':
      return action.surface === 'CITIZEN';
    case 'EMPLOYEE':
      return reachesOf(principal, action).length > 0;
  }
}

function reachesOf(principal: EmployeePrincipal, action: Action): { grant: RoleGrant; reach: Reach }[] {
  if (action.surface !== 'EMPLOYEE') return [];
  return principal.grants.flatMap((grant) => (action.reach[grant.role] ?? []).map((reach) => ({ grant, reach })));
}

function reaches(principal: EmployeePrincipal, grant: RoleGrant, reach: Reach, object: AccessObject): boolean {
  switch (reach) {
    case 'ANY':
      return true;
    case 'OWN':
      return (object.employeeIds ?? []).includes(principal.employeeId);
    case 'GRANTED':
      return covers(grant, object);
  }
}

function covers(grant: RoleGrant, { unitId, serviceId }: AccessObject): boolean {
  if (unitId === undefined || !grant.unitIds.includes(unitId)) return false;
  return grant.serviceIds === null || serviceId === undefined || grant.serviceIds.includes(serviceId);
}

function clause(
  principal: EmployeePrincipal,
  grant: RoleGrant,
  reach: Reach,
  columns: AccessColumns,
  parameter: (value: unknown) => string,
): string {
  switch (reach) {
    case 'ANY':
      return 'TRUE';
    case 'OWN':
      return columns.employee === undefined ? 'FALSE' : `${columns.employee} = ${parameter(principal.employeeId)}::uuid`;
    case 'GRANTED': {
      if (columns.unit === undefined) return 'FALSE';
      const unit = `${columns.unit} = ANY (${parameter(grant.unitIds)}::uuid[])`;
      if (grant.serviceIds === null || columns.service === undefined) return unit;
      return `(${unit} AND ${columns.service} = ANY (${parameter(grant.serviceIds)}::uuid[]))`;
    }
  }
}
