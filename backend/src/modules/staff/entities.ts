import { EmployeeEntity } from './employee.entity.ts';
import { TeamMemberEntity } from './team-member.entity.ts';
import { TeamEntity } from './team.entity.ts';
import { WorkPairEntity } from './work-pair.entity.ts';
import { WorkingHoursEntity } from './working-hours.entity.ts';

/** Entities of the tables that this module owns. */
export const staffEntities = [EmployeeEntity, TeamEntity, TeamMemberEntity, WorkPairEntity, WorkingHoursEntity] as const;
