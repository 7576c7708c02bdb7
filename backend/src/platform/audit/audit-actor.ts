import type { Principal } from '../access/index.ts';

/** Who did it, as it was at that moment: a name or role that changes later does not change the log. */
export interface AuditActor {
  readonly kind: 'EMPLOYEE' | 'CITIZEN' | 'PROXY' | 'SYSTEM';
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  readonly unitId: string | null;
  readonly onBehalfOfClientId: string | null;
  readonly sessionId: string | null;
}

export function actorOf(principal: Principal): AuditActor {
  switch (principal.kind) {
    case 'CITIZEN':
      return {
        kind: principal.onBehalfOfClientId === null ? 'CITIZEN' : 'PROXY',
        id: principal.clientId,
        name: principal.name,
        roles: [],
        unitId: null,
        onBehalfOfClientId: principal.onBehalfOfClientId,
        sessionId: principal.sessionId,
      };
    case 'EMPLOYEE':
      return {
        kind: 'EMPLOYEE',
        id: principal.employeeId,
        name: principal.name,
        roles: [...new Set(principal.grants.map((grant) => grant.role))].sort(),
        unitId: onlyOne(principal.grants.map((grant) => grant.unitId)),
        onBehalfOfClientId: null,
        sessionId: principal.sessionId,
      };
    case 'SYSTEM':
      return { kind: 'SYSTEM', id: null, name: principal.name, roles: [], unitId: null, onBehalfOfClientId: null, sessionId: null };
  }
}

function onlyOne(unitIds: readonly string[]): string | null {
  const different = [...new Set(unitIds)];
  return different.length === 1 ? (different[0] ?? null) : null;
}
