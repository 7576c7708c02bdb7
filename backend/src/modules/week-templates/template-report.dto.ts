import { ApiProperty } from '@nestjs/swagger';

const exampleId = '018f7d2e-0000-7000-8000-000000000001';
const skipReasons = ['HOLIDAY', 'CLOSURE', 'ABSENCE', 'MISSING_TIME', 'NOT_WORKING', 'NO_PAIR', 'TYPE_NOT_IN_USE'] as const;

export class SkippedEntryView {
  @ApiProperty({ description: 'Day on the calendar of the office.', format: 'date', example: '2027-03-26' })
  readonly date!: string;
  @ApiProperty({ description: 'Entry of the template.', format: 'uuid', example: exampleId })
  readonly entryId!: string;
  @ApiProperty({ description: 'Whom it concerns; null for everybody.', type: String, format: 'uuid', nullable: true, example: null })
  readonly employeeId!: string | null;
  @ApiProperty({ description: 'Why nothing comes of the entry that day.', enum: skipReasons, example: 'HOLIDAY' })
  readonly reason!: string;
}

export class TemplatePreviewView {
  @ApiProperty({
    description: 'Offered times that the application would bring, those included that are there already.',
    type: 'integer',
    example: 168,
  })
  readonly offeredTimes!: number;
  @ApiProperty({ description: 'Entries of other work.', type: 'integer', example: 48 })
  readonly otherWork!: number;
  @ApiProperty({ description: 'Left out because they have begun.', type: 'integer', example: 0 })
  readonly past!: number;
  @ApiProperty({ description: 'How many are left out for another reason.', type: 'integer', example: 3 })
  readonly skippedCount!: number;
  @ApiProperty({ description: 'The first 500 of them.', type: [SkippedEntryView] })
  readonly skipped!: readonly SkippedEntryView[];
}

export class TemplateConflictView {
  @ApiProperty({ description: 'Whose calendar.', format: 'uuid', example: exampleId })
  readonly employeeId!: string;
  @ApiProperty({ description: 'Type of other work or group.', format: 'uuid', example: exampleId })
  readonly appointmentTypeId!: string;
  @ApiProperty({ description: 'Start.', format: 'date-time', example: '2026-12-01T07:00:00.000Z' })
  readonly startsAt!: string;
}

export class ApplicationReportView {
  @ApiProperty({ description: 'New entries.', type: 'integer', example: 210 })
  readonly created!: number;
  @ApiProperty({ description: 'Offered again after an undo.', type: 'integer', example: 0 })
  readonly revived!: number;
  @ApiProperty({ description: 'There already, or withdrawn by hand.', type: 'integer', example: 0 })
  readonly unchanged!: number;
  @ApiProperty({ description: 'Of the offered times, those that another entry covers now.', type: 'integer', example: 4 })
  readonly blocked!: number;
  @ApiProperty({ description: 'Left out because they have begun.', type: 'integer', example: 0 })
  readonly past!: number;
  @ApiProperty({ description: 'Entries of an earlier version that made way.', type: 'integer', example: 0 })
  readonly replaced!: number;
  @ApiProperty({ description: 'Other work and groups whose people or room were busy.', type: [TemplateConflictView] })
  readonly conflicts!: readonly TemplateConflictView[];
  @ApiProperty({ description: 'How many are left out for another reason.', type: 'integer', example: 3 })
  readonly skippedCount!: number;
  @ApiProperty({ description: 'The first 500 of them.', type: [SkippedEntryView] })
  readonly skipped!: readonly SkippedEntryView[];
}

export class TemplateApplicationView {
  @ApiProperty({ description: 'For undoing it.', format: 'uuid', example: exampleId })
  readonly applicationId!: string;
  @ApiProperty({ description: 'What came of it.', type: ApplicationReportView })
  readonly report!: ApplicationReportView;
}

export class TemplateUndoView {
  @ApiProperty({ description: 'Offered times withdrawn.', type: 'integer', example: 208 })
  readonly withdrawn!: number;
  @ApiProperty({ description: 'Entries of other work removed.', type: 'integer', example: 48 })
  readonly otherWorkRemoved!: number;
}

export class WeekTemplateIdView {
  @ApiProperty({ description: 'Id of what was made.', format: 'uuid', example: exampleId })
  readonly id!: string;
}
