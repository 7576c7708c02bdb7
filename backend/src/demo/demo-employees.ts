import type { Language, LocalizedText } from '../kernel/localized-text.ts';
import type { DemoEmployee, DemoRoleGrant, DemoSkill, DemoTeamCode, DemoUnitCode } from './demo-persons.ts';

const TITLES = {
  childWelfareSupervisor: { fi: 'Lastenvalvoja', sv: 'Barnatillsyningsman', en: 'Child welfare supervisor' },
  socialWorker: { fi: 'Sosiaalityöntekijä', sv: 'Socialarbetare', en: 'Social worker' },
  counsellor: { fi: 'Sosiaaliohjaaja', sv: 'Socialhandledare', en: 'Social counsellor' },
  coach: { fi: 'Omavalmentaja', sv: 'Egen handledare', en: 'Personal coach' },
  clerk: { fi: 'Ajanvaraaja', sv: 'Tidsbokare', en: 'Booking clerk' },
  supervisor: { fi: 'Esihenkilö', sv: 'Chef', en: 'Supervisor' },
  administrator: { fi: 'Pääkäyttäjä', sv: 'Huvudanvändare', en: 'Administrator' },
  dataProtection: { fi: 'Tietosuojavastaava', sv: 'Dataskyddsombud', en: 'Data protection officer' },
  reporter: { fi: 'Raportoija', sv: 'Rapportör', en: 'Reporting officer' },
  contentOwner: { fi: 'Sisältövastaava', sv: 'Innehållsansvarig', en: 'Service content owner' },
} as const satisfies Record<string, LocalizedText>;

interface Place {
  readonly title: keyof typeof TITLES;
  readonly unit: DemoUnitCode;
  readonly team?: DemoTeamCode;
  /** Whether citizens may choose them by name: not where a quarrel or a fear stands behind the visit. */
  readonly named?: boolean;
  readonly roles?: readonly DemoRoleGrant[];
}

interface More {
  readonly pair?: string;
  readonly languages?: readonly Language[];
  readonly skills?: readonly DemoSkill[];
  readonly title?: keyof typeof TITLES;
  readonly use?: LocalizedText;
}

const MARKS = /\p{Mark}/gu;

function keyOf(name: string): string {
  return name.toLowerCase().normalize('NFD').replaceAll(MARKS, '').replaceAll(' ', '-');
}

function employee(place: Place, name: string, more: More = {}): DemoEmployee {
  const [givenName = '', familyName = ''] = name.split(' ');
  const key = keyOf(name);
  const employment = place.unit === 'NT' || place.unit === 'TYO';
  return {
    key,
    givenName,
    familyName,
    title: TITLES[more.title ?? place.title],
    email: `${key.replace('-', '.')}@${employment ? 'tyollisyys.nasiharju.example' : 'nasiharju.example'}`,
    organisation: employment ? 'NT' : 'NH',
    unit: place.unit,
    team: place.team ?? null,
    pair: more.pair ?? null,
    // Who works for all units meets no clients: no calendars come with the job.
    roles: [
      ...(place.unit === 'NH' || place.unit === 'NT' ? [] : [{ role: 'EMPLOYEE', unit: place.unit } as const]),
      ...(place.roles ?? []),
    ],
    languages: more.languages ?? ['fi'],
    skills: more.skills ?? [],
    namedToCitizens: place.named ?? false,
    use: more.use ?? null,
  };
}

const POP: Place = { title: 'childWelfareSupervisor', unit: 'POP', team: 'POP-LASTENVALVOJAT' };
const LA_I: Place = { title: 'socialWorker', unit: 'LA-I', team: 'LA-I-AVOHUOLTO' };
const VAPA: Place = { title: 'socialWorker', unit: 'VAPA', team: 'VAPA-SOSIAALITYO', named: true };
const TYO: Place = { title: 'coach', unit: 'TYO', team: 'TYO-OMAVALMENTAJAT', named: true };
// The desk sits at the county's top and books for family law only.
const DESK: Place = { title: 'clerk', unit: 'NH', team: 'AJANVARAUSKESKUS', roles: [{ role: 'BOOKING_CLERK', unit: 'POP' }] };

/** Everybody who works in the demo's two organisations, team by team. */
export const DEMO_EMPLOYEES: readonly DemoEmployee[] = [
  employee(POP, 'Liisa Lastenvalvoja', {
    languages: ['fi', 'sv'],
    use: {
      fi: 'Lastenvalvoja: oma kalenteri, johon Eroajat varataan',
      sv: 'Barnatillsyningsman: den egna kalendern dit skilsmässotider bokas',
      en: 'Child welfare supervisor: own calendar, where separation times are booked',
    },
  }),
  employee(POP, 'Lauri Lastenvalvoja', {
    languages: ['fi', 'en'],
    use: {
      fi: 'Lastenvalvoja: toinen kalenteri, poissaolot',
      sv: 'Barnatillsyningsman: en annan kalender, frånvaro',
      en: 'Child welfare supervisor: a second calendar, absences',
    },
  }),
  employee(POP, 'Minna Mallikas'),
  employee(POP, 'Olli Oletettu', { languages: ['fi', 'en'] }),
  employee(POP, 'Kirsi Keksitty', { languages: ['fi', 'sv'] }),
  employee(POP, 'Sulo Sijainen', {
    use: {
      fi: 'Sijainen: työskentelee toisen puolesta',
      sv: 'Vikarie: arbetar i någon annans ställe',
      en: 'Substitute: works in place of another',
    },
  }),

  employee(LA_I, 'Satu Sosiaalityö', {
    pair: 'A',
    use: { fi: 'Sosiaalityöntekijä, työpari Samin kanssa', sv: 'Socialarbetare, arbetspar med Sami', en: 'Social worker, pair with Sami' },
  }),
  employee(LA_I, 'Sami Sosiaaliohjaus', {
    pair: 'A',
    title: 'counsellor',
    languages: ['fi', 'en'],
    use: {
      fi: 'Sosiaaliohjaaja, työpari Sadun kanssa',
      sv: 'Socialhandledare, arbetspar med Satu',
      en: 'Social counsellor, pair with Satu',
    },
  }),
  employee(LA_I, 'Nina Näytteellinen', { pair: 'B', languages: ['fi', 'sv'] }),
  employee(LA_I, 'Mikko Malliksi', { pair: 'B', title: 'counsellor' }),
  employee(LA_I, 'Henna Harjoitus', { pair: 'C' }),
  employee(LA_I, 'Ville Vertaus', { pair: 'C', title: 'counsellor', languages: ['fi', 'en'] }),
  employee(LA_I, 'Tarja Tekaistu'),

  employee(VAPA, 'Vilma Vamma', {
    skills: ['FSL_FI'],
    use: { fi: 'Vammaispalvelut, viittomakielen taito', sv: 'Funktionshinderservice, kan teckenspråk', en: 'Disability services, signs' },
  }),
  employee(VAPA, 'Pentti Piirretty'),
  employee(VAPA, 'Anna Arvattu', { languages: ['fi', 'sv'], skills: ['FSL_SV'] }),
  employee(VAPA, 'Kalle Kuviteltu', { title: 'counsellor' }),
  employee(VAPA, 'Ulla Uumoiltu', { title: 'counsellor', languages: ['fi', 'en'] }),

  employee(DESK, 'Anni Ajanvaraaja', {
    languages: ['fi', 'sv', 'en'],
    use: {
      fi: 'Ajanvarauskeskus: varaa muiden kalentereihin',
      sv: 'Tidsbokningscentralen: bokar i andras kalendrar',
      en: 'Booking desk: books into others’ calendars',
    },
  }),
  employee(DESK, 'Arto Arkinen'),
  employee(DESK, 'Essi Esitetty', { languages: ['fi', 'sv'] }),

  employee({ title: 'supervisor', unit: 'POP', roles: [{ role: 'SUPERVISOR', unit: 'POP' }] }, 'Eeva Esihenkilö', {
    languages: ['fi', 'sv'],
    use: { fi: 'Esihenkilö, perheoikeudelliset palvelut', sv: 'Chef, familjerättsliga tjänster', en: 'Supervisor, family law services' },
  }),
  employee({ title: 'supervisor', unit: 'LA', roles: [{ role: 'SUPERVISOR', unit: 'LA' }] }, 'Esko Esihenkilö', {
    use: { fi: 'Esihenkilö, lastensuojelu', sv: 'Chef, barnskydd', en: 'Supervisor, child protection' },
  }),
  employee({ title: 'administrator', unit: 'NH', roles: [{ role: 'ADMINISTRATOR', unit: 'NH' }] }, 'Paula Pääkäyttäjä', {
    languages: ['fi', 'sv', 'en'],
    use: {
      fi: 'Pääkäyttäjä: asetukset, ei asiakastietoja',
      sv: 'Huvudanvändare: inställningar, inga klientuppgifter',
      en: 'Administrator: settings, no client data',
    },
  }),
  employee({ title: 'dataProtection', unit: 'NH' }, 'Tiina Tietosuoja', {
    use: {
      fi: 'Tietosuojavastaava: lokit, ei kalentereita',
      sv: 'Dataskyddsombud: loggar, inga kalendrar',
      en: 'Data protection officer: logs, no calendars',
    },
  }),
  employee({ title: 'reporter', unit: 'NH' }, 'Raija Raportoija', {
    use: { fi: 'Raportoija: vain yhteenvedot', sv: 'Rapportör: endast sammandrag', en: 'Reporting: aggregates only' },
  }),
  employee({ title: 'contentOwner', unit: 'NH' }, 'Sisko Sisältövastaava', {
    languages: ['fi', 'sv'],
    use: {
      fi: 'Sisältövastaava: palvelujen tekstit',
      sv: 'Innehållsansvarig: tjänsternas texter',
      en: 'Service content owner: the texts of services',
    },
  }),

  employee(TYO, 'Valtteri Valmentaja', {
    languages: ['fi', 'en'],
    use: {
      fi: 'Omavalmentaja työllisyyspalveluissa',
      sv: 'Egen handledare i sysselsättningstjänsterna',
      en: 'Personal coach in employment services',
    },
  }),
  employee(TYO, 'Petra Pohdittu'),
  employee(TYO, 'Jari Jotakuinkin'),
  employee(TYO, 'Riina Ruutunen', { languages: ['fi', 'sv'] }),
  employee(TYO, 'Tero Testattu', { languages: ['fi', 'en'] }),
  employee(TYO, 'Sanna Satunnainen'),
  employee(TYO, 'Hannu Hahmoteltu'),
  employee(TYO, 'Kati Kaavailtu', { languages: ['fi', 'sv', 'en'] }),
  employee(
    {
      title: 'supervisor',
      unit: 'NT',
      roles: [
        { role: 'SUPERVISOR', unit: 'NT' },
        { role: 'ADMINISTRATOR', unit: 'NT' },
      ],
    },
    'Elina Esihenkilö',
    {
      use: {
        fi: 'Esihenkilö ja pääkäyttäjä, työllisyysalue',
        sv: 'Chef och huvudanvändare, sysselsättningsområdet',
        en: 'Supervisor and administrator, employment area',
      },
    },
  ),
];
