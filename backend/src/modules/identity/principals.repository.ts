import { Injectable } from '@nestjs/common';
import { localDateOf, type Instant, type LocalDate, type LocalizedText } from '../../kernel/index.ts';
import type { CitizenPrincipal, EmployeePrincipal, Role, RoleGrant } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { SessionRecord } from './sessions.repository.ts';

export interface NamedGrant extends RoleGrant {
  readonly unitName: LocalizedText;
}

export interface EmployeeAccount {
  readonly name: string;
  readonly title: LocalizedText;
  readonly organisationName: LocalizedText;
  readonly grants: readonly NamedGrant[];
}

interface GrantRow {
  readonly role: Role;
  readonly unitId: string;
  readonly unitIds: readonly string[];
  readonly serviceIds: readonly string[] | null;
  readonly unitName: LocalizedText;
}

/** Turns a session into the person it stands for, as that person is now: a grant or an employment that ended a second ago counts. */
@Injectable()
export class PrincipalsRepository {
  /** null: the client is not in the register any more. */
  async citizen(tx: Tx, session: SessionRecord): Promise<CitizenPrincipal | null> {
    const { clientId, organisationId, authenticatedAt } = session;
    if (clientId === null) return null;
    const [row]: { name: string }[] = await tx.query(`SELECT trim(first_names || ' ' || last_name) AS name FROM client WHERE id = $1`, [
      clientId,
    ]);
    if (row === undefined) return null;
    return {
      kind: 'CITIZEN',
      organisationId,
      clientId,
      onBehalfOfClientId: session.representedClientId,
      sessionId: session.idHash,
      name: row.name,
      authenticatedAt,
    };
  }

  /** null: not employed today. */
  async employee(tx: Tx, session: SessionRecord, now: Instant): Promise<EmployeePrincipal | null> {
    const { employeeId, organisationId, authenticatedAt } = session;
    if (employeeId === null) return null;
    const account = await this.account(tx, employeeId, now);
    if (account === null) return null;
    return {
      kind: 'EMPLOYEE',
      organisationId,
      employeeId,
      sessionId: session.idHash,
      name: account.name,
      grants: account.grants,
      authenticatedAt,
    };
  }

  /** null: not employed on this day of the organisation. */
  async account(tx: Tx, employeeId: string, now: Instant): Promise<EmployeeAccount | null> {
    const [row]: {
      name: string;
      title: LocalizedText;
      organisationName: LocalizedText;
      zone: string;
      from: LocalDate;
      to: LocalDate | null;
    }[] = await tx.query(
      `SELECT trim(employee.first_name || ' ' || employee.last_name) AS name, employee.title, organisation.name AS "organisationName",
              organisation.time_zone AS zone, employee.employed_from AS "from", employee.employed_to AS "to"
         FROM employee JOIN organisation ON organisation.id = employee.organisation_id
        WHERE employee.id = $1`,
      [employeeId],
    );
    if (row === undefined) return null;
    const today = localDateOf(now, row.zone);
    if (row.from > today || (row.to !== null && row.to < today)) return null;
    return { name: row.name, title: row.title, organisationName: row.organisationName, grants: await this.grants(tx, employeeId, today) };
  }

  /** Grants in force on the day; UNION ends even a tree that somebody has bent into a circle. */
  private grants(tx: Tx, employeeId: string, today: LocalDate): Promise<readonly GrantRow[]> {
    return tx.query(
      `WITH RECURSIVE tree AS (
         SELECT role_grant.id AS grant_id, role_grant.unit_id FROM role_grant
          WHERE employee_id = $1 AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
         UNION
         SELECT tree.grant_id, unit.id FROM tree JOIN unit ON unit.parent_id = tree.unit_id)
       SELECT role_grant.role, role_grant.unit_id AS "unitId", array_agg(tree.unit_id) AS "unitIds", role_grant.service_ids AS "serviceIds", unit.name AS "unitName"
         FROM tree JOIN role_grant ON role_grant.id = tree.grant_id JOIN unit ON unit.id = role_grant.unit_id
        GROUP BY role_grant.id, unit.id ORDER BY role_grant.role, role_grant.id`,
      [employeeId, today],
    );
  }
}
