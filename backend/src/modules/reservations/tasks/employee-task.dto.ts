import { ApiProperty } from '@nestjs/swagger';

export class EmployeeTaskView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ enum: ['CANNOT_COME', 'OVERLAPPING_TIME', 'MESSAGE_FAILED'] })
  kind!: string;

  @ApiProperty({ format: 'uuid' })
  reservationId!: string;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'The office. null: protected (turvakielto), and not for you to see.' })
  unitId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  employeeId!: string | null;

  @ApiProperty({ format: 'date-time' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  doneAt!: string | null;
}
