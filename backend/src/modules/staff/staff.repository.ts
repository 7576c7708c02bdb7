import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.ts';
import type { SqlPredicate } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { EmployeeEntity } from './employee.entity.ts';
import type { EmployeeFilter, EmployeeWithTeams } from './staff-records.ts';

@Injectable()
export class StaffRepository {
  insert(tx: Tx, employee: EmployeeEntity): Promise<unknown> {
    return tx.insert(EmployeeEntity, employee);
  }

  byIds(tx: Tx, ids: readonly string[], onDate: LocalDate): Promise<EmployeeWithTeams[]> {
    return this.select(tx, onDate, { sql: 'e.id = ANY ($2::uuid[])', parameters: [ids] });
  }

  /** By unit: those whose home it is. By team: its members on the date. */
  matching(tx: Tx, filter: EmployeeFilter, onDate: LocalDate, visible: SqlPredicate): Promise<EmployeeWithTeams[]> {
    const parameters = [...visible.parameters];
    const conditions = [visible.sql];
    if (filter.unitIds !== undefined) conditions.push(`e.home_unit_id = ANY ($${parameters.push(filter.unitIds) + 1}::uuid[])`);
    if (filter.teamId !== undefined) {
      conditions.push(
        `EXISTS (SELECT 1 FROM team_member m WHERE m.employee_id = e.id AND m.team_id = $${parameters.push(filter.teamId) + 1}
                    AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to >= $1))`,
      );
    }
    return this.select(tx, onDate, { sql: conditions.join(' AND '), parameters });
  }

  /** @param wish language: a spoken one by its code, and the skill that stands for a signed one; onlyNamed: nobody else may be chosen by id */
  async idsOf(
    tx: Tx,
    wish: {
      readonly employeeId: string | null;
      readonly language: string | null;
      readonly skill: string | null;
      readonly onlyNamed: boolean;
    },
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.query(
      `SELECT e.id FROM employee e
        WHERE ($1::uuid IS NULL OR (e.id = $1 AND (e.named_to_citizens OR NOT $4::boolean)))
          AND ($2::text IS NULL OR $2 = ANY (e.languages) OR $3 = ANY (e.skills))`,
      [wish.employeeId, wish.language, wish.skill, wish.onlyNamed],
    );
    return rows.map((row) => row.id);
  }

  async endEmployment(tx: Tx, id: string, lastDay: LocalDate, at: Date): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      'UPDATE employee SET employed_to = $2, version = version + 1, updated_at = $3 WHERE id = $1 AND employed_from <= $2',
      [id, lastDay, at],
    );
    return count === 1;
  }

  /** Names in the order of Finnish: å, ä and ö after z. */
  private select(tx: Tx, onDate: LocalDate, where: SqlPredicate): Promise<EmployeeWithTeams[]> {
    return tx.query(
      `SELECT e.id, e.external_key AS "externalKey", e.first_name AS "firstName", e.last_name AS "lastName", e.title, e.email, e.languages,
              e.skills, e.named_to_citizens AS "namedToCitizens", e.home_unit_id AS "homeUnitId", e.employed_from AS "employedFrom", e.employed_to AS "employedTo", e.version,
              e.employed_from <= $1 AND (e.employed_to IS NULL OR e.employed_to >= $1) AS active,
              ARRAY(SELECT m.team_id FROM team_member m
                     WHERE m.employee_id = e.id AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to >= $1)
                     ORDER BY m.team_id) AS "teamIds"
         FROM employee e
        WHERE ${where.sql}
        ORDER BY e.last_name COLLATE "fi-x-icu", e.first_name COLLATE "fi-x-icu", e.id`,
      [onDate, ...where.parameters],
    );
  }
}
