import { Module } from '@nestjs/common';
import { AddTeamMember } from './add-team-member.ts';
import { CreateEmployee } from './create-employee.ts';
import { CreateTeam } from './create-team.ts';
import { CreateWorkPair } from './create-work-pair.ts';
import { EndEmployment } from './end-employment.ts';
import { SetWorkingHours } from './set-working-hours.ts';
import { StaffReads } from './staff-reads.ts';
import { StaffRepository } from './staff.repository.ts';
import { TeamsRepository } from './teams.repository.ts';
import { WorkingHoursRepository } from './working-hours.repository.ts';

const useCases = [AddTeamMember, CreateEmployee, CreateTeam, CreateWorkPair, EndEmployment, SetWorkingHours];

@Module({
  providers: [StaffRepository, TeamsRepository, WorkingHoursRepository, StaffReads, ...useCases],
  exports: [StaffReads, ...useCases],
})
export class StaffModule {}
