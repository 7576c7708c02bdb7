import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { LANGUAGES, type Language } from '../../kernel/index.ts';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { CONTACT_CHANNELS, type ContactChannel } from './client-record.ts';

/** The signed-in person's own details. */
export class CitizenProfileView {
  @ApiProperty({ description: 'Name as the identity provider gave it.', example: 'Aino Maria Virtanen' })
  readonly name!: string;

  @ApiProperty({ description: 'Telephone number (E.164).', type: String, nullable: true, example: '+358401234567' })
  readonly phone!: string | null;

  @ApiProperty({ description: 'Whether a code sent to the number has come back.', example: true })
  readonly phoneConfirmed!: boolean;

  @ApiProperty({ description: 'E-mail address.', type: String, nullable: true, example: 'aino@example.fi' })
  readonly email!: string | null;

  @ApiProperty({ description: 'Whether a code sent to the address has come back.', example: false })
  readonly emailConfirmed!: boolean;

  @ApiProperty({
    description: 'Ways in which reminders come; none: no reminders.',
    enum: CONTACT_CHANNELS,
    isArray: true,
    example: ['SMS'],
  })
  readonly reminderChannels!: readonly ContactChannel[];

  @ApiProperty({ description: 'Language of service.', enum: LANGUAGES, example: 'fi' })
  readonly serviceLanguage!: Language;

  @ApiProperty({ description: 'Language of messages.', enum: LANGUAGES, example: 'fi' })
  readonly messageLanguage!: Language;

  @ApiProperty({ description: 'Whether an interpreter is needed.', example: false })
  readonly interpreterNeeded!: boolean;

  @ApiProperty({ description: 'Language of the interpreter (ISO 639).', type: String, nullable: true, example: null })
  readonly interpreterLanguage!: string | null;

  @ApiProperty({ description: 'Version, also the ETag.', example: 1 })
  readonly version!: number;
}

/** What is left out stays as it is. */
export class ChangeCitizenProfileRequest {
  @ApiPropertyOptional({
    description: 'Telephone number, Finnish without a country code; null removes it. A new one is unconfirmed.',
    type: String,
    nullable: true,
    example: '040 123 4567',
  })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string | null;

  @ApiPropertyOptional({
    description: 'One e-mail address; null removes it. A new one is unconfirmed.',
    type: String,
    nullable: true,
    example: 'aino@example.fi',
  })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  email?: string | null;

  @ApiPropertyOptional({
    description: 'Ways in which reminders come; none: no reminders.',
    enum: CONTACT_CHANNELS,
    isArray: true,
    example: ['SMS', 'EMAIL'],
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(2)
  @ArrayUnique()
  @IsIn(CONTACT_CHANNELS, { each: true })
  reminderChannels?: ContactChannel[];

  @ApiPropertyOptional({ description: 'Language of service.', enum: LANGUAGES, example: 'sv' })
  @MayBeAbsent()
  @IsIn(LANGUAGES)
  serviceLanguage?: Language;

  @ApiPropertyOptional({ description: 'Language of messages.', enum: LANGUAGES, example: 'sv' })
  @MayBeAbsent()
  @IsIn(LANGUAGES)
  messageLanguage?: Language;

  @ApiPropertyOptional({ description: 'Whether an interpreter is needed; false also removes the language.', example: true })
  @MayBeAbsent()
  @IsBoolean()
  interpreterNeeded?: boolean;

  @ApiPropertyOptional({
    description: 'Language of the interpreter (ISO 639); null removes it.',
    type: String,
    nullable: true,
    example: 'so',
  })
  @IsOptional()
  @Matches(/^[a-z]{2,3}$/)
  interpreterLanguage?: string | null;
}

export class RequestContactCodeRequest {
  @ApiProperty({ description: 'Where the code goes.', enum: CONTACT_CHANNELS, example: 'SMS' })
  @IsIn(CONTACT_CHANNELS)
  channel!: ContactChannel;

  @ApiProperty({ description: 'Telephone number or e-mail address that is to be confirmed.', example: '040 123 4567' })
  @IsString()
  @MaxLength(254)
  value!: string;
}

export class ContactCodeView {
  @ApiProperty({ description: 'Where the code went.', enum: CONTACT_CHANNELS, example: 'SMS' })
  readonly channel!: ContactChannel;

  @ApiProperty({ description: 'The number (E.164) or address to which it went.', example: '+358401234567' })
  readonly value!: string;

  @ApiProperty({ description: 'The code is accepted until then.', format: 'date-time', example: '2026-11-24T08:10:00.000Z' })
  readonly expiresAt!: string;
}

export class ConfirmContactRequest {
  @ApiProperty({ description: 'Where the code went.', enum: CONTACT_CHANNELS, example: 'SMS' })
  @IsIn(CONTACT_CHANNELS)
  channel!: ContactChannel;

  @ApiProperty({ description: 'The six digits of the message.', example: '123456' })
  @Matches(/^\d{6}$/)
  code!: string;
}
