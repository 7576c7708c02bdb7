import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.ts';
import type { SqlPredicate } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { TeamWithMembers, WorkPairRecord } from './staff-records.ts';
import { TeamMemberEntity } from './team-member.entity.ts';
import { TeamEntity } from './team.entity.ts';
import { WorkPairEntity } from './work-pair.entity.ts';

@Injectable()
export class TeamsRepository {
  insert(tx: Tx, team: TeamEntity): Promise<unknown> {
    return tx.insert(TeamEntity, team);
  }

  insertMember(tx: Tx, member: TeamMemberEntity): Promise<unknown> {
    return tx.insert(TeamMemberEntity, member);
  }

  insertPair(tx: Tx, pair: WorkPairEntity): Promise<unknown> {
    return tx.insert(WorkPairEntity, pair);
  }

  findTeam(tx: Tx, id: string): Promise<TeamEntity | null> {
    return tx.findOneBy(TeamEntity, { id });
  }

  /** Teams for which the predicate over `t.unit_id` holds, with their members of the date. Its parameters start at $2. */
  teams(tx: Tx, onDate: LocalDate, visible: SqlPredicate): Promise<TeamWithMembers[]> {
    return tx.query(
      `SELECT t.id, t.unit_id AS "unitId", t.code, t.name, t.version,
              ARRAY(SELECT m.employee_id FROM team_member m JOIN employee e ON e.id = m.employee_id
                     WHERE m.team_id = t.id AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to >= $1)
                     ORDER BY e.last_name COLLATE "fi-x-icu", e.first_name COLLATE "fi-x-icu") AS "employeeIds"
         FROM team t
        WHERE ${visible.sql}
        ORDER BY t.code`,
      [onDate, ...visible.parameters],
    );
  }

  /** Pairs of any of the days, both included, for which the predicate over `p.unit_id` holds. Its parameters start at $3. */
  workPairs(tx: Tx, fromDate: LocalDate, toDate: LocalDate, visible: SqlPredicate): Promise<WorkPairRecord[]> {
    return tx.query(
      `SELECT p.id, p.unit_id AS "unitId", p.first_employee_id AS "firstEmployeeId", p.second_employee_id AS "secondEmployeeId",
              p.valid_from AS "validFrom", p.valid_to AS "validTo"
         FROM work_pair p
        WHERE p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to >= $1) AND ${visible.sql}
        ORDER BY p.id`,
      [fromDate, toDate, ...visible.parameters],
    );
  }
}
