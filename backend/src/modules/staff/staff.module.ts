import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AddTeamMember } from './add-team-member.ts';
import { CreateEmployee } from './create-employee.ts';
import { CreateTeam } from './create-team.ts';
import { CreateWorkPair } from './create-work-pair.ts';
import { EndEmployment } from './end-employment.ts';
import { staffEntities } from './entities.ts';
import { SetWorkingHours } from './set-working-hours.ts';
import { StaffQueries } from './staff-queries.ts';
import { StaffReads } from './staff-reads.ts';
import { StaffController } from './staff.controller.ts';
import { StaffRepository } from './staff.repository.ts';
import { TeamsRepository } from './teams.repository.ts';
import { WorkingHoursRepository } from './working-hours.repository.ts';

const useCases = [AddTeamMember, CreateEmployee, CreateTeam, CreateWorkPair, EndEmployment, SetWorkingHours];

@Module({
  imports: [TypeOrmModule.forFeature([...staffEntities])],
  controllers: [StaffController],
  providers: [StaffRepository, TeamsRepository, WorkingHoursRepository, StaffQueries, StaffReads, ...useCases],
  exports: [StaffReads, ...useCases],
})
export class StaffModule {}
