import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { localizedTextView, LocalizedTextView } from '../organisation/index.ts';
import type { EmployeeWithTeams } from './staff-records.ts';

export class EmployeesQuery {
  @ApiProperty({ required: false, format: 'uuid', description: 'Only those whose home unit it is' })
  @MayBeAbsent()
  @IsUUID()
  readonly unitId?: string;

  @ApiProperty({ required: false, format: 'uuid', description: "Only the team's members of today" })
  @MayBeAbsent()
  @IsUUID()
  readonly teamId?: string;
}

export class EmployeeView {
  @ApiProperty({ format: 'uuid', description: 'Also the id of the calendar column', example: '0193b2f0-0000-7000-8000-000000000002' })
  id!: string;

  @ApiProperty({ example: 'Liisa Lastenvalvoja' })
  name!: string;

  @ApiProperty({ example: 'Liisa' })
  firstName!: string;

  @ApiProperty({ example: 'Lastenvalvoja' })
  lastName!: string;

  @ApiProperty({ type: LocalizedTextView })
  title!: LocalizedTextView;

  @ApiProperty({ format: 'uuid' })
  homeUnitId!: string;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Teams of today' })
  teamIds!: string[];

  @ApiProperty({ type: [String], example: ['FSL_FI'], description: 'FSL_FI: Finnish Sign Language, FSL_SV: Finland-Swedish Sign Language' })
  skills!: string[];

  @ApiProperty({ type: [String], example: ['fi', 'sv'] })
  languages!: string[];

  @ApiProperty({ description: 'Whether employed today' })
  active!: boolean;
}

export function employeeView(employee: EmployeeWithTeams): EmployeeView {
  const { id, firstName, lastName, homeUnitId, active } = employee;
  return {
    id,
    name: `${firstName} ${lastName}`,
    firstName,
    lastName,
    title: localizedTextView(employee.title),
    homeUnitId,
    teamIds: [...employee.teamIds],
    skills: [...employee.skills],
    languages: [...employee.languages],
    active,
  };
}
