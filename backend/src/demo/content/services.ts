import type { LocalizedText } from '../../kernel/index.ts';
import type { Keywords, SecrecyLevel } from '../../modules/organisation/index.ts';
import type { DemoOrganisationCode, DemoUnitCode } from '../demo-persons.ts';
import { text } from './texts.ts';

export type DemoTaskCode = 'PERHEOIKEUS' | 'LASTENSUOJELU' | 'VAMMAISPALVELUT' | 'TYOIKAISET' | 'LAPSIPERHEET';

export interface DemoServiceTask {
  readonly organisation: DemoOrganisationCode;
  readonly code: DemoTaskCode;
  readonly name: LocalizedText;
  readonly retentionClass: string;
  readonly secrecyLevel: SecrecyLevel;
}

const WORKING_AGE = text('Työikäisten palvelut', 'Service för personer i arbetsför ålder', 'Services for working-age people');

export const DEMO_SERVICE_TASKS: readonly DemoServiceTask[] = [
  {
    organisation: 'NH',
    code: 'PERHEOIKEUS',
    name: text('Perheoikeudelliset palvelut', 'Familjerättsliga tjänster', 'Family-law services'),
    retentionClass: 'FAMILY_LAW',
    secrecyLevel: 'SECRET',
  },
  {
    organisation: 'NH',
    code: 'LASTENSUOJELU',
    name: text('Lastensuojelu', 'Barnskydd', 'Child protection'),
    retentionClass: 'CHILD_PROTECTION',
    secrecyLevel: 'HIGHLY_SECRET',
  },
  {
    organisation: 'NH',
    code: 'VAMMAISPALVELUT',
    name: text('Vammaispalvelut', 'Funktionshinderservice', 'Disability services'),
    retentionClass: 'DISABILITY',
    secrecyLevel: 'SECRET',
  },
  { organisation: 'NH', code: 'TYOIKAISET', name: WORKING_AGE, retentionClass: 'WORKING_AGE', secrecyLevel: 'SECRET' },
  {
    organisation: 'NH',
    code: 'LAPSIPERHEET',
    name: text('Lapsiperheiden palvelut', 'Service för barnfamiljer', 'Services for families with children'),
    retentionClass: 'FAMILIES',
    secrecyLevel: 'SECRET',
  },
  { organisation: 'NT', code: 'TYOIKAISET', name: WORKING_AGE, retentionClass: 'WORKING_AGE', secrecyLevel: 'SECRET' },
];

export type DemoServiceCode =
  | 'LASTENVALVOJA'
  | 'LASTENSUOJELU'
  | 'HENKILOKOHTAINEN-APU'
  | 'VAMMAISPALVELUN-TYONTEKIJA'
  | 'VIITTOMAKIELI'
  | 'VALITYSTILI'
  | 'VANHEMPAINRYHMAT'
  | 'TYOLLISYYS';

export interface DemoService {
  readonly organisation: DemoOrganisationCode;
  readonly task: DemoTaskCode;
  readonly code: DemoServiceCode;
  readonly slug: string;
  readonly theme: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly keywords: Keywords;
  readonly leaveQuickly?: boolean;
  readonly units: readonly DemoUnitCode[];
  /** Whether citizens have its page; child protection has none, since nobody books it online. */
  readonly published: boolean;
}

export const DEMO_SERVICES: readonly DemoService[] = [
  {
    organisation: 'NH',
    task: 'PERHEOIKEUS',
    code: 'LASTENVALVOJA',
    slug: 'lastenvalvoja',
    theme: 'FAMILY',
    leaveQuickly: true,
    units: ['POP'],
    published: true,
    name: text('Ero ja lapsen asiat', 'Separation och barnets ärenden', 'Separation and your child'),
    summary: text(
      'Sovi lastenvalvojan luona lapsen huollosta, asumisesta, tapaamisista ja elatuksesta.',
      'Avtala hos barnatillsyningsmannen om vårdnad, boende, umgänge och underhåll.',
      'Agree on custody, residence, visits and maintenance with a child welfare supervisor.',
    ),
    keywords: {
      fi: [
        'ero',
        'erota',
        'eroamassa',
        'eronnut',
        'avioero',
        'avoero',
        'elatus',
        'elatusapu',
        'elatusmaksu',
        'elatustuki',
        'huolto',
        'huoltajuus',
        'lapsi',
        'lasten',
        'tapaaminen',
        'tapaamisoikeus',
        'asuminen',
        'isyys',
        'lastenvalvoja',
        'vanhemmuus',
        'vanhemmat',
        'riita',
        'pelko',
        'pelkään',
        'väkivalta',
      ],
      sv: [
        'separation',
        'separera',
        'skilsmässa',
        'skild',
        'skilja',
        'underhåll',
        'underhållsbidrag',
        'underhållsstöd',
        'vårdnad',
        'barn',
        'umgänge',
        'umgängesrätt',
        'boende',
        'faderskap',
        'barnatillsyningsman',
        'föräldraskap',
        'föräldrar',
        'gräl',
        'rädd',
        'våld',
      ],
      en: [
        'separation',
        'separate',
        'divorce',
        'maintenance',
        'child support',
        'alimony',
        'custody',
        'visits',
        'visitation',
        'residence',
        'paternity',
        'child welfare supervisor',
        'children',
        'parenthood',
        'parents',
        'dispute',
        'afraid',
        'violence',
      ],
    },
  },
  {
    organisation: 'NH',
    task: 'LASTENSUOJELU',
    code: 'LASTENSUOJELU',
    slug: 'lastensuojelu',
    theme: 'CHILDREN',
    leaveQuickly: true,
    units: ['LA-I', 'LA-L'],
    published: false,
    name: text('Lastensuojelu', 'Barnskydd', 'Child protection'),
    summary: text('Tukea lapselle ja perheelle.', 'Stöd för barnet och familjen.', 'Support for the child and the family.'),
    keywords: { fi: ['lastensuojelu', 'lapsi'], sv: ['barnskydd', 'barn'], en: ['child protection', 'child'] },
  },
  {
    organisation: 'NH',
    task: 'VAMMAISPALVELUT',
    code: 'HENKILOKOHTAINEN-APU',
    slug: 'henkilokohtainen-apu',
    theme: 'DISABILITY',
    units: ['VAPA'],
    published: true,
    name: text('Henkilökohtainen apu', 'Personlig assistans', 'Personal assistance'),
    summary: text(
      'Neuvoja sinulle, joka palkkaat itse henkilökohtaisen avustajan.',
      'Råd till dig som själv anställer en personlig assistent.',
      'Advice for you who hire your own personal assistant.',
    ),
    keywords: {
      fi: ['avustaja', 'avustajan', 'työnantaja', 'henkilökohtainen apu', 'vammainen', 'palkka'],
      sv: ['assistent', 'arbetsgivare', 'personlig assistans', 'funktionsnedsättning', 'lön'],
      en: ['assistant', 'employer', 'personal assistance', 'disability', 'wages'],
    },
  },
  {
    organisation: 'NH',
    task: 'VAMMAISPALVELUT',
    code: 'VAMMAISPALVELUN-TYONTEKIJA',
    slug: 'vammaispalvelun-tyontekija',
    theme: 'DISABILITY',
    units: ['VAPA'],
    published: true,
    name: text(
      'Omatyöntekijä vammaispalveluissa',
      'Egen kontaktperson i funktionshinderservicen',
      'Your own worker in disability services',
    ),
    summary: text('Aika omalle työntekijällesi.', 'Tid hos din egen kontaktperson.', 'A time with your own worker.'),
    keywords: {
      fi: ['omatyöntekijä', 'vammaispalvelu', 'vammainen'],
      sv: ['kontaktperson', 'funktionshinder', 'funktionsnedsättning'],
      en: ['own worker', 'disability', 'disabled'],
    },
  },
  {
    organisation: 'NH',
    task: 'VAMMAISPALVELUT',
    code: 'VIITTOMAKIELI',
    slug: 'viittomakielinen-palvelu',
    theme: 'DISABILITY',
    units: ['VAPA'],
    published: true,
    name: text('Viittomakielinen palvelu', 'Service på teckenspråk', 'Service in sign language'),
    summary: text(
      'Asioi viittomakielellä paikan päällä tai videolla.',
      'Uträtta ärenden på teckenspråk på plats eller per video.',
      'Use our services in sign language, on site or by video.',
    ),
    keywords: {
      fi: ['viittomakieli', 'viittoa', 'kuuro', 'tulkki', 'huonokuuloinen'],
      sv: ['teckenspråk', 'teckna', 'döv', 'tolk', 'hörsel'],
      en: ['sign language', 'signing', 'deaf', 'interpreter', 'hearing'],
    },
  },
  {
    organisation: 'NH',
    task: 'TYOIKAISET',
    code: 'VALITYSTILI',
    slug: 'valitystili',
    theme: 'MONEY',
    units: ['VAPA'],
    published: true,
    name: text('Välitystili', 'Förmedlingskonto', 'Money-management account'),
    summary: text('Apua raha-asioiden hoitoon.', 'Hjälp med att sköta ekonomin.', 'Help with managing your money.'),
    keywords: {
      fi: ['raha', 'rahat', 'raha-asiat', 'talous', 'lasku', 'laskut', 'välitystili', 'velka', 'velat', 'velkaantunut', 'vuokra'],
      sv: ['pengar', 'ekonomi', 'räkning', 'räkningar', 'förmedlingskonto', 'skuld', 'skulder', 'hyra'],
      en: ['money', 'finances', 'bill', 'bills', 'money-management account', 'debt', 'debts', 'rent'],
    },
  },
  {
    organisation: 'NH',
    task: 'LAPSIPERHEET',
    code: 'VANHEMPAINRYHMAT',
    slug: 'vanhempainryhmat',
    theme: 'CHILDREN',
    units: ['LAPE'],
    published: true,
    name: text('Vanhempainryhmät', 'Föräldragrupper', 'Parent groups'),
    summary: text('Ryhmiä vanhemmille.', 'Grupper för föräldrar.', 'Groups for parents.'),
    keywords: {
      fi: ['vanhempi', 'vanhemmat', 'ryhmä', 'vauva', 'perhe', 'vertaistuki'],
      sv: ['förälder', 'föräldrar', 'grupp', 'baby', 'familj', 'kamratstöd'],
      en: ['parent', 'group', 'baby', 'family', 'peer support'],
    },
  },
  {
    organisation: 'NT',
    task: 'TYOIKAISET',
    code: 'TYOLLISYYS',
    slug: 'tyollisyyspalvelut',
    theme: 'EMPLOYMENT',
    units: ['TYO'],
    published: true,
    name: text('Työllisyyspalvelut', 'Sysselsättningstjänster', 'Employment services'),
    summary: text(
      'Apua työnhakuun ja opintojen suunnitteluun.',
      'Hjälp med jobbsökning och studieplanering.',
      'Help with finding work and planning studies.',
    ),
    keywords: {
      fi: ['työ', 'työnhaku', 'työpaikka', 'valmentaja', 'työttömyys', 'työtön', 'opinnot', 'opiskelu'],
      sv: ['arbete', 'jobb', 'coach', 'arbetslöshet', 'arbetslös', 'studier'],
      en: ['work', 'job', 'coach', 'unemployment', 'unemployed', 'studies'],
    },
  },
];
