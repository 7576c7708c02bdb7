import { ApiProperty } from '@nestjs/swagger';

export class EmployeeTaskView {
  @ApiProperty({ format: 'uuid', description: 'Id of the task.' })
  id!: string;

  @ApiProperty({
    enum: ['CANNOT_COME', 'OVERLAPPING_TIME', 'MESSAGE_FAILED'],
    description:
      'CANNOT_COME: the client has said so after the deadline. OVERLAPPING_TIME: the client has booked another time over it. MESSAGE_FAILED: no message got through.',
  })
  kind!: string;

  @ApiProperty({ format: 'uuid', description: 'The reservation that it is about.' })
  reservationId!: string;

  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The office. null: protected (turvakielto), and not for you to see.',
  })
  unitId!: string | null;

  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'Whose it is in the first place; null: the unit’s.' })
  employeeId!: string | null;

  @ApiProperty({ format: 'date-time', description: 'Since when it waits.' })
  createdAt!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'When it was done; null: it waits.' })
  doneAt!: string | null;
}
