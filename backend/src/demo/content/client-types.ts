import type { LocalizedText } from '../../kernel/index.ts';
import type { GivenContent } from '../../modules/appointment-types/index.ts';
import type { DemoUnitCode } from '../demo-persons.ts';
import type { DemoServiceCode } from './services.ts';
import { text } from './texts.ts';

export type DemoTypeCode =
  | 'ERO'
  | 'ELJ'
  | 'ELM'
  | 'VANH'
  | 'ERO-ERI'
  | 'HA-INFO'
  | 'HA-YKS'
  | 'VT-INFO'
  | 'VK-ASI'
  | 'OMA-VA'
  | 'OMA-TV'
  | 'PTA'
  | 'LS-TAP'
  | 'VERK'
  | 'VANHR'
  | 'PUH';

export interface DemoClientType {
  readonly code: DemoTypeCode;
  readonly service: DemoServiceCode;
  readonly slug: string;
  readonly colour: string;
  readonly pattern: string;
  readonly units: readonly DemoUnitCode[];
  readonly content: GivenContent;
}

type Rest = Omit<GivenContent, 'name' | 'durationMinutes'>;

const byDesk = ['DESK', 'OWN_EMPLOYEE'] as const;
const usual = [3, 1];

/** What everybody may book online, with the notice and the deadline in hours. */
function open(hours: number, horizonDays: number, deadlineHours: number, more: Rest): Rest {
  return {
    audience: 'GENERAL',
    citizenMayBook: true,
    citizenMayCancel: true,
    minNoticeHours: hours,
    horizonDays,
    cancelDeadlineHours: deadlineHours,
    moveDeadlineHours: deadlineHours,
    maxActive: 1,
    reminderDaysBefore: usual,
    ...more,
  };
}

/** What a client needs a booking right for. */
function byRight(horizonDays: number, more: Rest): Rest {
  return { ...open(24, horizonDays, 24, more), audience: 'RIGHT', citizenMayMove: true, ...more };
}

/** What employees book; the client may cancel it until so many hours before, or never. */
function internal(deadlineHours: number | null, more: Rest): Rest {
  const cancel = deadlineHours === null ? {} : { citizenMayCancel: true, cancelDeadlineHours: deadlineHours };
  return { audience: 'INTERNAL', bookableBy: byDesk, reminderDaysBefore: usual, ...cancel, ...more };
}

const bothUnder18: LocalizedText = text('Lapsemme on alle 18-vuotias.', 'Vårt barn är under 18 år.', 'Our child is under 18.');

const familyLaw: readonly DemoClientType[] = [
  {
    code: 'ERO',
    service: 'LASTENVALVOJA',
    slug: 'eroaika',
    colour: 'blue',
    pattern: 'plain',
    units: ['POP'],
    content: {
      name: text('Eroaika', 'Tid för föräldrar som separerar', 'Appointment for separating parents'),
      durationMinutes: 90,
      ...open(48, 60, 48, {
        modes: ['VISIT', 'REMOTE'],
        employeeChoice: 'LANGUAGE',
        roomNeed: 'VISIT',
        roomMinCapacity: 4,
        bookableBy: ['CITIZEN', ...byDesk],
        reminderDaysBefore: [4, 1],
        eligibilityStatement: text(
          'Olemme sopineet yhdessä, että varaamme tämän ajan.',
          'Vi har tillsammans kommit överens om att boka den här tiden.',
          'We have agreed together to book this time.',
        ),
      }),
    },
  },
  {
    code: 'ELJ',
    service: 'LASTENVALVOJA',
    slug: 'elatussopimuksen-jatkoaika',
    colour: 'teal',
    pattern: 'plain',
    units: ['POP'],
    content: {
      name: text(
        'Elatussopimuksen jatkoaika',
        'Tid för fortsatt avtal om underhållsbidrag',
        'Appointment to renew a maintenance agreement',
      ),
      durationMinutes: 60,
      ...open(24, 60, 24, {
        modes: ['VISIT', 'REMOTE'],
        employeeChoice: 'LANGUAGE',
        bookableBy: ['CITIZEN', ...byDesk],
        eligibilityStatement: text(
          'Lapsemme on alle 18-vuotias. Sopimuksemme päättyy puolen vuoden sisällä.',
          'Vårt barn är under 18 år. Vårt avtal löper ut inom ett halvt år.',
          'Our child is under 18. Our agreement ends within six months.',
        ),
      }),
    },
  },
  {
    code: 'ELM',
    service: 'LASTENVALVOJA',
    slug: 'elatussopimuksen-muutosaika',
    colour: 'green',
    pattern: 'plain',
    units: ['POP'],
    content: {
      name: text(
        'Elatussopimuksen muutosaika',
        'Tid för ändring av avtal om underhållsbidrag',
        'Appointment to change a maintenance agreement',
      ),
      durationMinutes: 60,
      ...open(24, 60, 24, {
        modes: ['VISIT', 'REMOTE'],
        employeeChoice: 'LANGUAGE',
        bookableBy: ['CITIZEN', ...byDesk],
        eligibilityStatement: bothUnder18,
      }),
    },
  },
  {
    code: 'VANH',
    service: 'LASTENVALVOJA',
    slug: 'vanhemmuuden-selvittaminen',
    colour: 'violet',
    pattern: 'plain',
    units: ['POP'],
    content: {
      name: text('Vanhemmuuden selvittäminen', 'Utredning av föräldraskap', 'Determination of parenthood'),
      durationMinutes: 60,
      ...internal(24, { modes: ['VISIT'] }),
    },
  },
  {
    code: 'ERO-ERI',
    service: 'LASTENVALVOJA',
    slug: 'eroaika-eri-aikaan',
    colour: 'blue',
    pattern: 'dotted',
    units: ['POP'],
    content: {
      name: text(
        'Eroaika, vanhemmat eri aikaan',
        'Tid vid separation, föräldrarna var för sig',
        'Separation appointment, parents at different times',
      ),
      durationMinutes: 60,
      // A parent who is afraid comes alone: nothing of it may show on a telephone that the other one holds.
      ...internal(24, {
        modes: ['VISIT', 'REMOTE'],
        bookableBy: ['DESK'],
        citizenVisibility: 'TIME',
        messages: 'OFF',
        calendarVisibility: 'BUSY',
      }),
    },
  },
];

const disability: readonly DemoClientType[] = [
  {
    code: 'HA-INFO',
    service: 'HENKILOKOHTAINEN-APU',
    slug: 'tyonantajan-infoaika',
    colour: 'amber',
    pattern: 'striped',
    units: ['VAPA'],
    content: {
      name: text(
        'Henkilökohtaisen avun työnantajan infoaika',
        'Informationstid för arbetsgivare (personlig assistans)',
        'Information session for employers (personal assistance)',
      ),
      durationMinutes: 90,
      ...byRight(120, {
        modes: ['GROUP'],
        capacity: 12,
        roomNeed: 'ALWAYS',
        roomMinCapacity: 12,
        bookableBy: ['CITIZEN', 'OWN_EMPLOYEE', 'TEAM'],
      }),
    },
  },
  {
    code: 'HA-YKS',
    service: 'HENKILOKOHTAINEN-APU',
    slug: 'tyonantajan-ohjaus',
    colour: 'amber',
    pattern: 'plain',
    units: ['VAPA'],
    content: {
      name: text(
        'Henkilökohtaisen avun työnantajan ohjaus',
        'Handledning för arbetsgivare (personlig assistans)',
        'Guidance for employers (personal assistance)',
      ),
      durationMinutes: 60,
      ...byRight(60, { modes: ['VISIT', 'REMOTE'], bookableBy: ['CITIZEN', 'OWN_EMPLOYEE'] }),
    },
  },
  {
    code: 'VT-INFO',
    service: 'VALITYSTILI',
    slug: 'valitystilin-infoaika',
    colour: 'olive',
    pattern: 'plain',
    units: ['VAPA'],
    content: {
      name: text('Välitystilin infoaika', 'Informationstid om förmedlingskonto', 'Information on money-management accounts'),
      durationMinutes: 45,
      ...open(24, 45, 24, {
        modes: ['VISIT', 'PHONE'],
        employeeChoice: 'PERSON',
        citizenMayMove: true,
        bookableBy: ['CITIZEN', 'OWN_EMPLOYEE', 'TEAM'],
      }),
    },
  },
  {
    code: 'VK-ASI',
    service: 'VIITTOMAKIELI',
    slug: 'viittomakielinen-aika',
    colour: 'cyan',
    pattern: 'plain',
    units: ['VAPA'],
    content: {
      name: text('Viittomakielinen asiointiaika', 'Tid för ärenden på teckenspråk', 'Sign-language appointment'),
      durationMinutes: 60,
      // Five days: an interpreter has to be ordered.
      ...open(120, 60, 72, {
        modes: ['VISIT', 'REMOTE'],
        // Whoever signs is chosen by the hands one understands, and often by name.
        employeeChoice: 'PERSON',
        citizenMayMove: true,
        maxActive: 2,
        bookableBy: ['CITIZEN', 'OWN_EMPLOYEE', 'TEAM'],
        reminderDaysBefore: [5, 1],
      }),
    },
  },
  {
    code: 'OMA-VA',
    service: 'VAMMAISPALVELUN-TYONTEKIJA',
    slug: 'aika-omatyontekijalle',
    colour: 'rose',
    pattern: 'plain',
    units: ['VAPA'],
    content: {
      name: text('Aika omatyöntekijälle', 'Tid hos den egna kontaktpersonen', 'Appointment with your own worker'),
      durationMinutes: 45,
      bufferAfterMinutes: 15,
      ...byRight(30, { modes: ['VISIT', 'PHONE', 'HOME'], bookableBy: ['CITIZEN', 'OWN_EMPLOYEE'] }),
    },
  },
];

const others: readonly DemoClientType[] = [
  {
    code: 'OMA-TV',
    service: 'TYOLLISYYS',
    slug: 'aika-omavalmentajalle',
    colour: 'indigo',
    pattern: 'plain',
    units: ['TYO'],
    content: {
      name: text('Aika omavalmentajalle', 'Tid hos den egna coachen', 'Appointment with your own coach'),
      durationMinutes: 45,
      ...byRight(30, { modes: ['VISIT', 'REMOTE'], bookableBy: ['CITIZEN', 'OWN_EMPLOYEE'] }),
    },
  },
  {
    code: 'PUH',
    service: 'TYOLLISYYS',
    slug: 'puhelinaika',
    colour: 'slate',
    pattern: 'plain',
    units: ['TYO'],
    content: {
      name: text('Puhelinaika', 'Telefontid', 'Telephone time'),
      durationMinutes: 20,
      ...open(2, 14, 1, {
        modes: ['PHONE'],
        employeeChoice: 'PERSON',
        citizenMayMove: true,
        bookableBy: ['CITIZEN', 'OWN_EMPLOYEE', 'TEAM'],
      }),
    },
  },
  {
    code: 'PTA',
    service: 'LASTENSUOJELU',
    slug: 'palvelutarpeen-arviointi',
    colour: 'orange',
    pattern: 'plain',
    units: ['LA-I', 'LA-L'],
    content: {
      name: text('Palvelutarpeen arviointi', 'Bedömning av servicebehovet', 'Assessment of service needs'),
      durationMinutes: 90,
      ...internal(null, {
        modes: ['VISIT', 'HOME'],
        staffCount: 2,
        bookableBy: ['OWN_EMPLOYEE', 'TEAM'],
        citizenVisibility: 'TIME_PLACE',
        calendarVisibility: 'BUSY',
      }),
    },
  },
  {
    code: 'LS-TAP',
    service: 'LASTENSUOJELU',
    slug: 'tapaaminen',
    colour: 'orange',
    pattern: 'dotted',
    units: ['LA-I', 'LA-L'],
    content: {
      name: text('Tapaaminen', 'Möte', 'Meeting'),
      durationMinutes: 60,
      ...internal(null, {
        modes: ['VISIT', 'HOME'],
        bookableBy: ['OWN_EMPLOYEE', 'TEAM'],
        citizenVisibility: 'TIME_PLACE',
        calendarVisibility: 'BUSY',
      }),
    },
  },
  {
    code: 'VERK',
    service: 'LASTENSUOJELU',
    slug: 'verkostoneuvottelu',
    colour: 'orange',
    pattern: 'striped',
    units: ['LA-I', 'LA-L'],
    content: {
      name: text('Verkostoneuvottelu', 'Nätverksmöte', 'Network meeting'),
      durationMinutes: 90,
      ...internal(null, {
        modes: ['VISIT'],
        staffCount: 2,
        roomNeed: 'VISIT',
        roomMinCapacity: 8,
        bookableBy: ['OWN_EMPLOYEE', 'TEAM'],
        citizenVisibility: 'TIME_PLACE',
        calendarVisibility: 'BUSY',
      }),
    },
  },
  {
    code: 'VANHR',
    service: 'VANHEMPAINRYHMAT',
    slug: 'vanhempainryhma',
    colour: 'pink',
    pattern: 'striped',
    units: ['LAPE'],
    content: {
      name: text('Vanhempainryhmä', 'Föräldragrupp', 'Parent group'),
      durationMinutes: 120,
      bufferAfterMinutes: 10,
      ...byRight(120, {
        modes: ['GROUP'],
        capacity: 10,
        staffCount: 2,
        roomNeed: 'ALWAYS',
        roomMinCapacity: 12,
        citizenMayMove: false,
        bookableBy: ['CITIZEN', 'OWN_EMPLOYEE', 'TEAM'],
      }),
    },
  },
];

/** Every client time of the demo with its rules. */
export const DEMO_CLIENT_TYPES: readonly DemoClientType[] = [...familyLaw, ...disability, ...others];
