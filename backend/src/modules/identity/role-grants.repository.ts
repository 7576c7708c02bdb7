import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '../../kernel/index.ts';
import type { Role } from '../../platform/access/index.ts';
import { toDate, type Tx } from '../../platform/database/index.ts';

export interface NewRoleGrant {
  readonly id: string;
  readonly organisationId: string;
  readonly employeeId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly serviceIds: readonly string[] | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly grantedBy: string | null;
}

/** All SQL that changes role grants. */
@Injectable()
export class RoleGrantsRepository {
  async insert(tx: Tx, grant: NewRoleGrant, now: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO role_grant (id, organisation_id, employee_id, role, unit_id, service_ids, valid_from, valid_to, granted_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        grant.id,
        grant.organisationId,
        grant.employeeId,
        grant.role,
        grant.unitId,
        grant.serviceIds,
        grant.validFrom,
        grant.validTo,
        grant.grantedBy,
        toDate(now),
      ],
    );
  }

  async find(tx: Tx, id: string): Promise<{ readonly employeeId: string; readonly unitId: string } | null> {
    const [row]: { employeeId: string; unitId: string }[] = await tx.query(
      'SELECT employee_id AS "employeeId", unit_id AS "unitId" FROM role_grant WHERE id = $1',
      [id],
    );
    return row ?? null;
  }

  /** The grant holds up to and including the day; one that would have begun later never does. */
  async end(tx: Tx, id: string, lastDay: LocalDate): Promise<void> {
    await tx.query('DELETE FROM role_grant WHERE id = $1 AND valid_from > $2', [id, lastDay]);
    await tx.query('UPDATE role_grant SET valid_to = $2, version = version + 1 WHERE id = $1 AND (valid_to IS NULL OR valid_to > $2)', [
      id,
      lastDay,
    ]);
  }

  /** null: no such employee. */
  async homeUnit(tx: Tx, employeeId: string): Promise<string | null> {
    const [row]: { unitId: string }[] = await tx.query('SELECT home_unit_id AS "unitId" FROM employee WHERE id = $1', [employeeId]);
    return row?.unitId ?? null;
  }
}
