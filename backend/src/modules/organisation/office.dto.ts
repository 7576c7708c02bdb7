import { ApiProperty } from '@nestjs/swagger';
import { localizedTextView, localizedTextViewOrNull, LocalizedTextView } from './localized-text.dto.ts';
import type { UnitRecord } from './organisation-records.ts';

/** Where a citizen comes, and how to reach it. */
export class OfficeView {
  @ApiProperty({ format: 'uuid', example: '0193b2f0-0000-7000-8000-000000000001' })
  id!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'Street address with floor or entrance' })
  streetAddress!: LocalizedTextView | null;

  @ApiProperty({ type: String, nullable: true, example: '33100' })
  postalCode!: string | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true })
  city!: LocalizedTextView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'How to find the way in' })
  arrivalInfo!: LocalizedTextView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'Lift, induction loop, parking for disabled persons' })
  accessibilityInfo!: LocalizedTextView | null;

  @ApiProperty({ type: String, nullable: true, example: '+358 50 000 0010' })
  phone!: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Number for text messages, for those who do not speak on the phone',
    example: '+358 50 000 0011',
  })
  textNumber!: string | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true })
  openingHours!: LocalizedTextView | null;
}

export function officeView(unit: UnitRecord): OfficeView {
  return {
    id: unit.id,
    name: localizedTextView(unit.name),
    streetAddress: localizedTextViewOrNull(unit.streetAddress),
    postalCode: unit.postalCode,
    city: localizedTextViewOrNull(unit.city),
    arrivalInfo: localizedTextViewOrNull(unit.arrivalInfo),
    accessibilityInfo: localizedTextViewOrNull(unit.accessibilityInfo),
    phone: unit.phone,
    textNumber: unit.textNumber,
    openingHours: localizedTextViewOrNull(unit.openingHours),
  };
}
