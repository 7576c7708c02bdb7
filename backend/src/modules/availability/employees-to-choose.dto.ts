import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';

export class EmployeesToChooseQuery {
  @ApiProperty({ description: 'Appointment type.', format: 'uuid' })
  @IsUUID()
  readonly appointmentTypeId!: string;
}

export class EmployeeToChooseView {
  @ApiProperty({ description: 'For the search.', format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Vilma Vamma' })
  readonly name!: string;

  @ApiProperty({ description: 'In which this person serves, ISO 639.', type: [String], example: ['fi', 'fse'] })
  readonly languages!: string[];
}

/** By what times of the type can be chosen. */
export class EmployeesToChooseView {
  @ApiProperty({
    description:
      'In which somebody serves, ISO 639; none where the type is not chosen by language. `fse`, `fss`: the sign languages of Finland.',
    type: [String],
    example: ['fi', 'sv', 'fse'],
  })
  readonly languages!: string[];

  @ApiProperty({
    description: 'Only where the type lets one choose the person, and only those who are named to citizens.',
    type: [EmployeeToChooseView],
  })
  readonly people!: EmployeeToChooseView[];
}
