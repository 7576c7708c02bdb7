import { ApiProperty } from '@nestjs/swagger';
import type { LocalizedText } from '../../kernel/index.ts';

/** A text of the organisation, whole: the application chooses the language. */
export class LocalizedTextView {
  @ApiProperty({ description: 'Finnish', example: 'Perheoikeudelliset palvelut' })
  fi!: string;

  @ApiProperty({ description: 'Swedish', example: 'Familjerättsliga tjänster' })
  sv!: string;

  @ApiProperty({ description: 'English', example: 'Family-law services' })
  en!: string;
}

/** The languages of the user interfaces; others that the organisation may have are left out. */
export function localizedTextView(text: LocalizedText): LocalizedTextView {
  return { fi: text.fi, sv: text.sv, en: text.en };
}

export function localizedTextViewOrNull(text: LocalizedText | null): LocalizedTextView | null {
  return text === null ? null : localizedTextView(text);
}
