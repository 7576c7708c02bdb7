import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/index.ts';
import { localizedTextView, LocalizedTextView, officeView, OfficeView } from '../organisation/index.ts';
import type { GuidanceTexts } from './appointment-type-records.ts';
import { BookableTypeView } from './bookable-type.dto.ts';
import { guidanceView, GuidanceView } from './guidance.dto.ts';
import type { CatalogueEntry } from './public-catalogue.ts';

export class ServicesQuery {
  @ApiProperty({
    required: false,
    description: 'Beginnings of words, in Finnish, Swedish or English, with or without accents',
    example: 'ero',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(100)
  readonly search?: string;
}

export class KeywordsView {
  @ApiProperty({ type: [String], example: ['ero', 'elatus'] })
  fi!: string[];

  @ApiProperty({ type: [String], example: ['skilsmässa', 'underhåll'] })
  sv!: string[];

  @ApiProperty({ type: [String], example: ['separation', 'maintenance'] })
  en!: string[];
}

export class ServiceSummaryView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'perheoikeudelliset-palvelut' })
  slug!: string;

  @ApiProperty({ description: 'Group on the front page', example: 'FAMILY' })
  theme!: string;

  @ApiProperty({ type: LocalizedTextView })
  name!: LocalizedTextView;

  @ApiProperty({ type: LocalizedTextView })
  summary!: LocalizedTextView;

  @ApiProperty({ type: KeywordsView, description: 'Words of ordinary life by which it is found' })
  keywords!: KeywordsView;

  @ApiProperty({ description: 'Whether its pages carry the button by which one leaves them quickly' })
  leaveQuickly!: boolean;

  @ApiProperty({ type: 'integer', description: 'How many of its types everybody may book online', example: 3 })
  openTypes!: number;
}

export class ServiceView extends ServiceSummaryView {
  @ApiProperty({ type: GuidanceView, nullable: true })
  guidance!: GuidanceView | null;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Address of the instructions in Finnish Sign Language; to be linked to, not embedded',
    example: 'https://www.nasiharju.example/viittomakieli',
  })
  signLanguageVideoUrl!: string | null;

  @ApiProperty({ type: [OfficeView], description: 'Offices that are in production' })
  offices!: OfficeView[];

  @ApiProperty({ type: [BookableTypeView], description: 'Types for everybody, and types by right, in the order of their codes' })
  types!: BookableTypeView[];
}

export function serviceSummaryView({ service, types }: CatalogueEntry): ServiceSummaryView {
  const { fi, sv, en } = service.keywords;
  return {
    id: service.id,
    slug: service.slug,
    theme: service.theme,
    name: localizedTextView(service.name),
    summary: localizedTextView(service.summary),
    keywords: { fi: [...fi], sv: [...sv], en: [...en] },
    leaveQuickly: service.leaveQuickly,
    openTypes: types.filter(({ version }) => version.audience === 'GENERAL' && version.citizenMayBook).length,
  };
}

export function serviceView(entry: CatalogueEntry, guidance: GuidanceTexts | undefined, types: BookableTypeView[]): ServiceView {
  return {
    ...serviceSummaryView(entry),
    guidance: guidance === undefined ? null : guidanceView(guidance),
    signLanguageVideoUrl: entry.service.signLanguageVideoUrl,
    offices: entry.offices.map(officeView),
    types,
  };
}
