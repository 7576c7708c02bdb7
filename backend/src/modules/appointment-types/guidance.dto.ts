import { ApiProperty } from '@nestjs/swagger';
import { localizedTextView, localizedTextViewOrNull, LocalizedTextView } from '../organisation/index.ts';
import type { GuidanceTexts } from './appointment-type-records.ts';

/** What a citizen should know before, at and after booking. */
export class GuidanceView {
  @ApiProperty({ type: LocalizedTextView })
  forWhom!: LocalizedTextView;

  @ApiProperty({ type: LocalizedTextView, nullable: true })
  whatHappens!: LocalizedTextView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'What to do when one is afraid, or in danger' })
  safety!: LocalizedTextView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true, description: 'What to bring along' })
  bring!: LocalizedTextView | null;

  @ApiProperty({ type: LocalizedTextView, nullable: true })
  afterBooking!: LocalizedTextView | null;
}

export function guidanceView(texts: GuidanceTexts): GuidanceView {
  return {
    forWhom: localizedTextView(texts.forWhom),
    whatHappens: localizedTextViewOrNull(texts.whatHappens),
    safety: localizedTextViewOrNull(texts.safety),
    bring: localizedTextViewOrNull(texts.bring),
    afterBooking: localizedTextViewOrNull(texts.afterBooking),
  };
}
