import { ApiProperty } from '@nestjs/swagger';
import { localizedTextView, LocalizedTextView } from '../organisation/index.ts';
import type { TeamWithMembers, WorkPairRecord } from './staff-records.ts';

export class TeamView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'POP-LV' })
  code!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ format: 'uuid' })
  unitId!: string;

  @ApiProperty({ type: [String], format: 'uuid', description: 'Members of today, in the order of their names' })
  employeeIds!: string[];
}

export function teamView(team: TeamWithMembers): TeamView {
  const { id, code, unitId } = team;
  return { id, code, name: localizedTextView(team.name), unitId, employeeIds: [...team.employeeIds] };
}

export class WorkPairView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uuid' })
  unitId!: string;

  @ApiProperty({ type: [String], format: 'uuid', minItems: 2, maxItems: 2 })
  employeeIds!: string[];
}

export function workPairView(pair: WorkPairRecord): WorkPairView {
  return { id: pair.id, unitId: pair.unitId, employeeIds: [pair.firstEmployeeId, pair.secondEmployeeId] };
}
