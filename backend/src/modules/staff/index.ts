export { AddTeamMember, type NewTeamMember } from './add-team-member.ts';
export { CreateEmployee, type NewEmployee } from './create-employee.ts';
export { CreateTeam, type NewTeam } from './create-team.ts';
export { CreateWorkPair, type NewWorkPair } from './create-work-pair.ts';
export { EndEmployment } from './end-employment.ts';
export { staffEntities } from './entities.ts';
export { SetWorkingHours, type WorkingHoursPattern } from './set-working-hours.ts';
export { StaffReads } from './staff-reads.ts';
export type {
  EmployeeFilter,
  EmployeeRecord,
  EmployeeWithTeams,
  Skill,
  TeamRecord,
  TeamWithMembers,
  WorkingHours,
  WorkPairRecord,
  WorkPlace,
} from './staff-records.ts';
export { StaffModule } from './staff.module.ts';
export { isWorkedOn, workingTime, type ZonedWorkingHours } from './working-hours-rules.ts';
