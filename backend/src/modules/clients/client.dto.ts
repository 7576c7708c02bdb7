import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsString, Length, Matches, MaxLength, ValidateNested } from 'class-validator';
import { LANGUAGES, type Language } from '../../kernel/index.ts';
import { IsLocalDate, IsOneLine, MayBeAbsent } from '../../platform/http/index.ts';
import { CONTACT_CHANNELS, type ContactChannel } from './client-record.ts';
import { PostalAddressRequest, PostalAddressView } from './postal-address.dto.ts';

const someLetter = /\S/;
const languageForm = /^[a-z]{2,3}$/;

/** Which contact details the reader may see in full. */
export interface VisibleContact {
  readonly phone: boolean;
  readonly email: boolean;
  readonly address: boolean;
}

export class ClientSearchRequest {
  @ApiPropertyOptional({ description: 'Finnish personal identity code, in full. Alone.', example: '010190-9992' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(20)
  identityCode?: string;

  @ApiPropertyOptional({ description: 'Whole last name; with birthOn.', example: 'Virtanen' })
  @MayBeAbsent()
  @IsString()
  @Length(1, 100)
  @IsOneLine()
  lastName?: string;

  @ApiPropertyOptional({ description: 'Date of birth; with lastName.', example: '1990-01-01', format: 'date' })
  @MayBeAbsent()
  @IsLocalDate()
  birthOn?: string;
}

export class CreateClientRequest {
  @ApiPropertyOptional({ description: 'Finnish personal identity code; left out when the client has none yet.', example: '010190-9992' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(20)
  identityCode?: string;

  @ApiProperty({ description: 'First names.', example: 'Aino Maria' })
  @IsString()
  @Length(1, 200)
  @Matches(someLetter)
  @IsOneLine()
  firstNames!: string;

  @ApiProperty({ description: 'Last name.', example: 'Virtanen' })
  @IsString()
  @Length(1, 100)
  @Matches(someLetter)
  @IsOneLine()
  lastName!: string;

  @ApiPropertyOptional({
    description: 'Date of birth; required without an identity code, else taken from it.',
    example: '1990-01-01',
    format: 'date',
  })
  @MayBeAbsent()
  @IsLocalDate()
  birthOn?: string;

  @ApiPropertyOptional({ description: 'Telephone number; without a country code it is Finnish.', example: '+358401234567' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(40)
  phone?: string;

  @ApiPropertyOptional({ description: 'One e-mail address.', example: 'aino@example.fi' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(254)
  email?: string;

  @ApiPropertyOptional({ description: 'Postal address, for letters; refused together with a non-disclosure.', type: PostalAddressRequest })
  @MayBeAbsent()
  @ValidateNested()
  @Type(() => PostalAddressRequest)
  address?: PostalAddressRequest;

  @ApiPropertyOptional({ description: 'Language of service.', enum: LANGUAGES, example: 'fi' })
  @MayBeAbsent()
  @IsIn(LANGUAGES)
  serviceLanguage?: Language;

  @ApiPropertyOptional({ description: 'Language of messages.', enum: LANGUAGES, example: 'fi' })
  @MayBeAbsent()
  @IsIn(LANGUAGES)
  messageLanguage?: Language;

  @ApiPropertyOptional({ description: 'Language (ISO 639) for which the client needs an interpreter.', example: 'so' })
  @MayBeAbsent()
  @Matches(languageForm)
  interpreterLanguage?: string;

  @ApiPropertyOptional({ description: 'Whether the client has a non-disclosure for personal safety.', example: false })
  @MayBeAbsent()
  @IsBoolean()
  nonDisclosure?: boolean;
}

/** A client as an employee may see it. */
export class ClientView {
  @ApiProperty({ description: 'Id.', format: 'uuid', example: '018f7d2e-0000-7000-8000-000000000001' })
  readonly id!: string;

  @ApiProperty({ description: 'First and last names.', example: 'Aino Maria Virtanen' })
  readonly name!: string;

  @ApiProperty({ description: 'First names.', example: 'Aino Maria' })
  readonly firstNames!: string;

  @ApiProperty({ description: 'Last name.', example: 'Virtanen' })
  readonly lastName!: string;

  @ApiProperty({
    description: 'Identity code without its end; null when the client has none.',
    type: String,
    nullable: true,
    example: '010190-****',
  })
  readonly identityCodeMasked!: string | null;

  @ApiProperty({ description: 'Date of birth.', type: String, nullable: true, format: 'date', example: '1990-01-01' })
  readonly birthOn!: string | null;

  @ApiProperty({
    description: 'Telephone number (E.164), or part of it when masked; null when unknown or protected.',
    type: String,
    nullable: true,
    example: '+358401234567',
  })
  readonly phone!: string | null;

  @ApiProperty({ description: 'Whether the reader is not shown the number.', example: false })
  readonly phoneMasked!: boolean;

  @ApiProperty({
    description: 'E-mail address, or part of it when masked; null when unknown or protected.',
    type: String,
    nullable: true,
    example: 'aino@example.fi',
  })
  readonly email!: string | null;

  @ApiProperty({ description: 'Whether the reader is not shown the address.', example: false })
  readonly emailMasked!: boolean;

  @ApiProperty({
    description: 'Postal address; null when unknown, protected, or not for you to see.',
    type: PostalAddressView,
    nullable: true,
  })
  readonly address!: PostalAddressView | null;

  @ApiProperty({
    description: 'By what the client is told of reservations as things are: wanted and confirmed by the client. Empty: by nothing.',
    enum: CONTACT_CHANNELS,
    isArray: true,
    example: ['SMS'],
  })
  readonly toldBy!: ContactChannel[];

  @ApiProperty({ description: 'Language of service.', enum: LANGUAGES, example: 'fi' })
  readonly serviceLanguage!: Language;

  @ApiProperty({ description: 'Language of messages.', enum: LANGUAGES, example: 'fi' })
  readonly messageLanguage!: Language;

  @ApiProperty({ description: 'Whether the client needs an interpreter.', example: false })
  readonly interpreterNeeded!: boolean;

  @ApiProperty({ description: 'Language of the interpreter (ISO 639).', type: String, nullable: true, example: null })
  readonly interpreterLanguage!: string | null;

  @ApiProperty({ description: 'Non-disclosure for personal safety: contact details are protected.', example: false })
  readonly nonDisclosure!: boolean;

  @ApiProperty({ description: 'Nothing may be sent to the client.', example: false })
  readonly quiet!: boolean;

  @ApiProperty({ description: 'Whether the client has died.', example: false })
  readonly deceased!: boolean;

  @ApiProperty({ description: 'Version, also the ETag.', example: 1 })
  readonly version!: number;
}
