import type { DateTime } from 'luxon';

/** What an employee may be; each grant gives one role in one part of the organisation. */
export type Role = 'EMPLOYEE' | 'BOOKING_CLERK' | 'SUPERVISOR' | 'ADMINISTRATOR';

export interface RoleGrant {
  readonly role: Role;
  /** The unit named in the grant. */
  readonly unitId: string;
  /** That unit and everything below it. */
  readonly unitIds: readonly string[];
  /** null: every service of these units. */
  readonly serviceIds: readonly string[] | null;
}

/** A strongly identified person who handles own matters, or somebody else's as a representative. */
export interface CitizenPrincipal {
  readonly kind: 'CITIZEN';
  readonly organisationId: string;
  readonly clientId: string;
  readonly onBehalfOfClientId: string | null;
  /** Hash of the session's id; never the id itself. */
  readonly sessionId: string;
  readonly name: string;
  readonly authenticatedAt: DateTime;
}

export interface EmployeePrincipal {
  readonly kind: 'EMPLOYEE';
  readonly organisationId: string;
  readonly employeeId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly grants: readonly RoleGrant[];
  readonly authenticatedAt: DateTime;
}

/** The product itself: the worker, the demo seed. */
export interface SystemPrincipal {
  readonly kind: 'SYSTEM';
  readonly organisationId: string;
  readonly name: string;
}

export type Principal = CitizenPrincipal | EmployeePrincipal | SystemPrincipal;

/** Whose matters a citizen handles: the represented person's, else the own. */
export function concernedClientId(citizen: CitizenPrincipal): string {
  return citizen.onBehalfOfClientId ?? citizen.clientId;
}
