import { ApiProperty } from '@nestjs/swagger';
import { localizedTextView, localizedTextViewOrNull, LocalizedTextView, officeView, OfficeView } from '../organisation/index.ts';
import { modes, type EmployeeChoice, type GuidanceTexts, type Mode } from './appointment-type-records.ts';
import { guidanceView, GuidanceView } from './guidance.dto.ts';
import type { PublicType } from './public-catalogue.ts';

/** A kind of appointment as citizens see it. */
export class BookableTypeView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'eroaika' })
  slug!: string;

  @ApiProperty({ example: 'perheoikeudelliset-palvelut' })
  serviceSlug!: string;

  @ApiProperty({ type: LocalizedTextView })
  serviceName!: LocalizedTextView;

  @ApiProperty({ description: 'Whether its pages carry the button by which one leaves them quickly' })
  leaveQuickly!: boolean;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ type: 'integer', example: 90 })
  durationMinutes!: number;

  @ApiProperty({ enum: modes, enumName: 'AppointmentMode', isArray: true })
  modes!: Mode[];

  @ApiProperty({
    enum: ['RIGHT', 'GENERAL'],
    enumName: 'CitizenAudience',
    description: 'RIGHT: for those who have been given a right to book',
  })
  audience!: 'RIGHT' | 'GENERAL';

  @ApiProperty({ description: 'false: by right to book only' })
  openToAll!: boolean;

  @ApiProperty({
    enum: ['NONE', 'LANGUAGE', 'PERSON'],
    enumName: 'EmployeeChoice',
    description:
      'By what one may look for times: whoever is there; the language of the employee; also the employee, of those who are named',
  })
  employeeChoice!: EmployeeChoice;

  @ApiProperty()
  citizenMayBook!: boolean;

  @ApiProperty()
  citizenMayMove!: boolean;

  @ApiProperty()
  citizenMayCancel!: boolean;

  @ApiProperty({ type: 'integer', description: 'Hours between booking and start, at least', example: 48 })
  minNoticeHours!: number;

  @ApiProperty({ type: 'integer', description: 'Days ahead that one may book', example: 60 })
  horizonDays!: number;

  @ApiProperty({ type: 'integer', description: 'Hours before the start until which one may cancel', example: 48 })
  cancelDeadlineHours!: number;

  @ApiProperty({ type: 'integer', description: 'Hours before the start until which one may move the time', example: 48 })
  moveDeadlineHours!: number;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'What has to be confirmed before booking' })
  eligibilityStatement!: LocalizedTextView | null;

  @ApiProperty({ description: 'Whether one may write a note when booking' })
  noteAllowed!: boolean;

  @ApiProperty({ type: GuidanceView, nullable: true, description: "The type's own, else that of its service" })
  guidance!: GuidanceView | null;

  @ApiProperty({ type: [String], format: 'uuid' })
  officeIds!: string[];

  @ApiProperty({ type: [OfficeView] })
  offices!: OfficeView[];
}

export function bookableTypeView({ version, service, offices }: PublicType, guidance: GuidanceTexts | undefined): BookableTypeView {
  return {
    id: version.appointmentTypeId,
    slug: version.slug,
    serviceSlug: service.slug,
    serviceName: localizedTextView(service.name),
    leaveQuickly: service.leaveQuickly,
    name: localizedTextView(version.name),
    durationMinutes: version.durationMinutes,
    modes: [...version.modes],
    audience: version.audience === 'GENERAL' ? 'GENERAL' : 'RIGHT',
    openToAll: version.audience === 'GENERAL',
    employeeChoice: version.employeeChoice,
    citizenMayBook: version.citizenMayBook,
    citizenMayMove: version.citizenMayMove,
    citizenMayCancel: version.citizenMayCancel,
    minNoticeHours: version.minNoticeHours,
    horizonDays: version.horizonDays,
    cancelDeadlineHours: version.cancelDeadlineHours,
    moveDeadlineHours: version.moveDeadlineHours,
    eligibilityStatement: localizedTextViewOrNull(version.eligibilityStatement),
    noteAllowed: version.noteAllowed,
    guidance: guidance === undefined ? null : guidanceView(guidance),
    officeIds: offices.map((office) => office.id),
    offices: offices.map(officeView),
  };
}
