import { ApiProperty } from '@nestjs/swagger';
import { formatInstant, type Instant } from '../../kernel/index.ts';
import { localizedTextView, LocalizedTextView } from './localized-text.dto.ts';
import type { Organisation } from './organisation-records.ts';

export class OrganisationView {
  @ApiProperty({ example: 'NH' })
  code!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ type: LocalizedTextView, description: 'Name of the online service, as in messages' })
  portalName!: LocalizedTextView;

  @ApiProperty({ description: 'For those who do not use the service online', example: '+358 50 000 0010' })
  contactPhone!: string;

  @ApiProperty({ description: 'Number for text messages, for those who do not speak on the phone', example: '+358 50 000 0011' })
  contactTextNumber!: string;

  @ApiProperty({ type: LocalizedTextView })
  contactHours!: LocalizedTextView;

  @ApiProperty({ type: LocalizedTextView })
  contactAddress!: LocalizedTextView;

  @ApiProperty({ type: [String], description: 'Languages of the service, the first one first', example: ['fi', 'sv', 'en'] })
  languages!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'To be shown on every page; null in production', example: 'TEST' })
  environmentName!: string | null;

  @ApiProperty({ example: 'Europe/Helsinki' })
  timeZone!: string;

  @ApiProperty({ format: 'date-time', description: "The server's clock", example: '2026-11-24T08:00:00.000Z' })
  now!: string;
}

export function organisationView(organisation: Organisation, environmentName: string | null, now: Instant): OrganisationView {
  return {
    code: organisation.code,
    name: localizedTextView(organisation.name),
    portalName: localizedTextView(organisation.portalName),
    contactPhone: organisation.contactPhone,
    contactTextNumber: organisation.contactTextNumber,
    contactHours: localizedTextView(organisation.contactHours),
    contactAddress: localizedTextView(organisation.contactAddress),
    languages: [...organisation.languages],
    environmentName,
    timeZone: organisation.timeZone,
    now: formatInstant(now),
  };
}
