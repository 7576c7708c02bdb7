export { AddTeamMember } from './add-team-member.ts';
export { CreateEmployee } from './create-employee.ts';
export { CreateTeam } from './create-team.ts';
export { CreateWorkPair } from './create-work-pair.ts';
export { SetWorkingHours, type WorkingHoursPattern } from './set-working-hours.ts';
export { servedLanguages } from './sign-languages.ts';
export { StaffReads } from './staff-reads.ts';
export type { WorkPairRecord } from './staff-records.ts';
export { StaffModule } from './staff.module.ts';
