import { toLocalTime, timeOfMinute, minuteOfDay, type LocalizedText, type Weekday } from '../../kernel/index.ts';
import type { Audience } from '../../modules/appointment-types/index.ts';
import type { TemplateEntryContent } from '../../modules/week-templates/index.ts';
import type { DemoUnitCode } from '../demo-persons.ts';
import { DEMO_CLIENT_TYPES, type DemoTypeCode } from './client-types.ts';
import { DEMO_WORK_TYPES, type DemoWorkCode } from './other-work-types.ts';
import { text } from './texts.ts';

type BlockCode = DemoTypeCode | DemoWorkCode;

export interface DemoBlock extends Omit<TemplateEntryContent, 'appointmentTypeIds' | 'roomId'> {
  readonly types: readonly BlockCode[];
  readonly room: string | null;
}

export interface DemoTemplate {
  readonly unit: DemoUnitCode;
  readonly code: string;
  readonly name: LocalizedText;
  readonly cycleWeeks: number;
  readonly blocks: readonly DemoBlock[];
  /** Keys of the employees whose week it is. */
  readonly people: readonly string[];
}

const MONDAY = 1,
  TUESDAY = 2,
  WEDNESDAY = 3,
  THURSDAY = 4,
  FRIDAY = 5;
const WORK_DAYS: readonly Weekday[] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY];

function minutesOf(code: BlockCode): number {
  return (
    DEMO_CLIENT_TYPES.find((type) => type.code === code)?.content.durationMinutes ??
    DEMO_WORK_TYPES.find((type) => type.code === code)?.minutes ??
    0
  );
}

function audienceOf(code: BlockCode | undefined): Audience {
  return DEMO_CLIENT_TYPES.find((type) => type.code === code)?.content.audience ?? 'INTERNAL';
}

/** A block as long as its first type. @param at `HH:mm` @param types separated by `/`: one time that accepts any of them */
function block(weekday: Weekday, at: string, types: string, more: Partial<DemoBlock> = {}): DemoBlock {
  const codes = types.split('/') as BlockCode[];
  const starts = toLocalTime(at);
  const ends = timeOfMinute(minuteOfDay(starts) + Math.max(...codes.map(minutesOf)));
  return {
    recurrence: 'WEEKLY',
    cycleWeek: 1,
    monthWeek: null,
    onHoliday: 'SKIP',
    weekday,
    startsLocal: starts,
    endsLocal: ends,
    types: codes,
    room: null,
    audience: audienceOf(codes[0]),
    ...more,
  };
}

/** `9.00 ERO, 10.30 ELJ/ELM` of one day. */
function day(weekday: Weekday, plan: string, more: Partial<DemoBlock> = {}): DemoBlock[] {
  return plan.split(', ').map((part) => {
    const [at = '', types = ''] = part.split(' ');
    return block(weekday, at.padStart(5, '0').replace('.', ':'), types, more);
  });
}

const lunches = (at: string, days: readonly Weekday[] = WORK_DAYS): DemoBlock[] => days.flatMap((weekday) => day(weekday, `${at} LOUNAS`));
const every = (minutes: number, from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => timeOfMinute(minuteOfDay(toLocalTime(from)) + index * minutes).replace(':', '.'));
const several = (times: readonly string[], code: BlockCode): string => times.map((time) => `${time} ${code}`).join(', ');

const supervisors: DemoTemplate = {
  unit: 'POP',
  code: 'POP-PERUS',
  name: text('POP perusviikko', 'POP grundvecka', 'POP usual week'),
  cycleWeeks: 1,
  people: ['liisa-lastenvalvoja', 'lauri-lastenvalvoja', 'minna-mallikas', 'kirsi-keksitty', 'olli-oletettu'],
  blocks: [
    ...day(MONDAY, '8.30 ERO, 10.15 ELJ/ELM, 12.30 ELM, 13.45 KIRJ'),
    ...day(TUESDAY, '9.00 TIIM, 10.30 ELJ, 12.30 ERO, 14.15 ELM'),
    ...day(WEDNESDAY, '8.30 VANH, 10.00 ELJ/ELM, 12.30 ERO, 14.30 KIRJ'),
    // The late one is for those whose working hours reach until then.
    ...day(THURSDAY, '9.00 ERO, 12.30 ELJ, 13.45 ELM, 16.00 ERO'),
    ...day(FRIDAY, '8.30 ELM, 9.45 KIRJ, 12.00 SUUN'),
    ...lunches('11.30'),
  ],
};

const childProtectionWeek = (cycleWeek: number, wednesday: string): DemoBlock[] => [
  ...day(MONDAY, '9.00 KIRJ, 12.30 PTA, 14.15 PTA', { cycleWeek }),
  ...day(TUESDAY, '9.00 TIIM, 12.30 TNO', { cycleWeek }),
  ...day(WEDNESDAY, wednesday, { cycleWeek }),
  ...day(THURSDAY, '8.30 MATKA, 9.00 PTA, 10.30 MATKA, 12.30 MATKA, 13.00 PTA, 14.30 MATKA', { cycleWeek }),
  ...day(FRIDAY, '9.00 KIRJ, 10.00 KIRJ', { cycleWeek }),
  ...lunches('11.30', [MONDAY, TUESDAY, THURSDAY, FRIDAY]).map((lunch) => ({ ...lunch, cycleWeek })),
];

const pairs: DemoTemplate = {
  unit: 'LA-I',
  code: 'LA-TYOPARI',
  name: text('LA työparin viikot', 'LA arbetsparets veckor', 'LA weeks of a pair'),
  cycleWeeks: 2,
  people: [
    'satu-sosiaalityo',
    'sami-sosiaaliohjaus',
    'nina-naytteellinen',
    'mikko-malliksi',
    'henna-harjoitus',
    'ville-vertaus',
    'tarja-tekaistu',
  ],
  blocks: [
    ...childProtectionWeek(1, '9.00 LS-TAP, 10.15 LS-TAP, 11.30 LOUNAS, 12.30 LS-TAP'),
    ...childProtectionWeek(2, '8.00 PÄIV, 12.00 LOUNAS, 12.30 LS-TAP, 13.45 LS-TAP, 15.00 LS-TAP'),
  ],
};

const disabilityPeople = ['vilma-vamma', 'pentti-piirretty', 'anna-arvattu', 'kalle-kuviteltu', 'ulla-uumoiltu'];

const disabilityWeeks: readonly DemoTemplate[] = [
  {
    unit: 'VAPA',
    code: 'VAPA-OMAT',
    name: text('VAPA omien asiakkaiden viikko', 'VAPA egna klienters vecka', 'VAPA own clients’ week'),
    cycleWeeks: 1,
    people: disabilityPeople,
    blocks: [
      ...day(TUESDAY, several(every(60, '09:00', 3), 'OMA-VA')),
      ...day(THURSDAY, several(every(60, '09:00', 3), 'OMA-VA')),
      ...day(FRIDAY, '10.30 VT-INFO, 13.00 KIRJ'),
      ...lunches('12.00'),
    ],
  },
  {
    unit: 'VAPA',
    code: 'VAPA-HA',
    name: text('VAPA työnantajien infoajat', 'VAPA informationstider för arbetsgivare', 'VAPA information for employers'),
    cycleWeeks: 1,
    people: ['pentti-piirretty'],
    blocks: day(WEDNESDAY, '13.00 HA-INFO', { recurrence: 'MONTHLY', monthWeek: 1, onHoliday: 'NEXT_SAME_WEEKDAY', room: 'VAPA-A' }),
  },
  {
    unit: 'VAPA',
    code: 'VAPA-VK',
    name: text('VAPA viittomakieliset ajat', 'VAPA tider på teckenspråk', 'VAPA sign-language times'),
    cycleWeeks: 1,
    people: ['vilma-vamma', 'anna-arvattu'],
    blocks: day(FRIDAY, '9.00 VK-ASI'),
  },
];

const coaches: DemoTemplate = {
  unit: 'TYO',
  code: 'TYO-VALMENTAJA',
  name: text('Valmentajan viikko', 'Coachens vecka', 'Coach’s week'),
  cycleWeeks: 1,
  people: [
    'valtteri-valmentaja',
    'petra-pohdittu',
    'jari-jotakuinkin',
    'riina-ruutunen',
    'tero-testattu',
    'sanna-satunnainen',
    'hannu-hahmoteltu',
    'kati-kaavailtu',
  ],
  blocks: [
    // On the hour from nine to three, but not at eleven: lunch begins within that time.
    ...[MONDAY, TUESDAY, WEDNESDAY, THURSDAY].flatMap((weekday) =>
      day(weekday as Weekday, several(['9.00', '10.00', '12.00', '13.00', '14.00'], 'OMA-TV')),
    ),
    ...day(FRIDAY, several(every(20, '09:00', 6), 'PUH')),
    ...lunches('11.30'),
  ],
};

export const DEMO_TEMPLATES: readonly DemoTemplate[] = [supervisors, pairs, ...disabilityWeeks, coaches];
