import { addDays, addYears, makeTestIdentityCode, partsOf, seededRandom, type LocalDate, type SeededRandom } from '../../kernel/index.ts';
import type { ClientInput } from '../../modules/clients/index.ts';
import { demoPhone } from '../content/texts.ts';
import { demoCitizens } from '../demo-citizens.ts';
import type { DemoOrganisationCode } from '../demo-persons.ts';

/** Whose clients they are, by the kind of service. */
export type ClientCircle = 'FAMILY_LAW' | 'CHILD_PROTECTION' | 'DISABILITY' | 'EMPLOYMENT';

export interface InventedClient extends Omit<ClientInput, 'id' | 'identityCode'> {
  readonly key: string;
  readonly organisation: DemoOrganisationCode;
  readonly circle: ClientCircle;
  readonly identityCode: string;
}

const GIVEN_NAMES = [
  'Anna',
  'Antti',
  'Birgitta',
  'Elina',
  'Emil',
  'Erik',
  'Eeva',
  'Hanna',
  'Heidi',
  'Henrik',
  'Ida',
  'Iiro',
  'Jaana',
  'Jari',
  'Johanna',
  'Jukka',
  'Kaisa',
  'Kalle',
  'Karin',
  'Kati',
  'Katja',
  'Lars',
  'Laura',
  'Leena',
  'Maija',
  'Marko',
  'Matti',
  'Mikael',
  'Mika',
  'Nina',
  'Noora',
  'Oskar',
  'Paula',
  'Pekka',
  'Petri',
  'Riikka',
  'Sanna',
  'Sofia',
  'Stefan',
  'Susanna',
  'Teemu',
  'Tiina',
  'Timo',
  'Tuula',
  'Ulla',
  'Veera',
  'Ville',
];

// Surnames that nobody bears: no demo client may be mistaken for somebody.
const FAMILY_NAMES = [
  'Demola',
  'Esimerkkilä',
  'Harjoitusmäki',
  'Havainto',
  'Kaavakangas',
  'Keksintölä',
  'Koelampi',
  'Koesalo',
  'Kokeiluvaara',
  'Kuvitelma',
  'Luonnoslahti',
  'Mallikoski',
  'Mallila',
  'Modellström',
  'Mukalampi',
  'Näytelmäki',
  'Näytesaari',
  'Oletusniemi',
  'Otoskallio',
  'Provberg',
  'Provström',
  'Sepitelä',
  'Testdal',
  'Testholm',
  'Testikoski',
  'Testimäki',
  'Tutkielma',
  'Vertailukorpi',
  'Viitelampi',
  'Övningsnäs',
];

interface Circle {
  readonly organisation: DemoOrganisationCode;
  readonly count: number;
  /** Ages on the first day. */
  readonly ages: readonly [least: number, greatest: number];
}

const CIRCLES: Readonly<Record<ClientCircle, Circle>> = {
  FAMILY_LAW: { organisation: 'NH', count: 180, ages: [22, 52] },
  CHILD_PROTECTION: { organisation: 'NH', count: 30, ages: [4, 16] },
  DISABILITY: { organisation: 'NH', count: 40, ages: [19, 78] },
  EMPLOYMENT: { organisation: 'NT', count: 40, ages: [18, 63] },
};

const FIRST_TEST_NUMBER = 900;
const LAST_TEST_NUMBER = 999;

/** People who fill the calendars; the same for the same first day. */
export function inventedClients(firstDay: LocalDate): readonly InventedClient[] {
  const random = seededRandom(`demo/clients/${firstDay}`);
  const taken = new Set(demoCitizens(firstDay).map((citizen) => citizen.identityCode));
  return Object.entries(CIRCLES).flatMap(([circle, { organisation, count, ages }]) =>
    Array.from({ length: count }, (_, index): InventedClient => {
      const identityCode = freeCode(random, firstDay, ages, taken);
      const key = `${circle.toLowerCase()}-${index + 1}`;
      const isChild = ages[1] < 18;
      return {
        key,
        organisation,
        circle: circle as ClientCircle,
        identityCode,
        firstNames: random.pick(GIVEN_NAMES),
        lastName: random.pick(FAMILY_NAMES),
        serviceLanguage: random.chance(0.12) ? 'sv' : 'fi',
        ...(isChild ? {} : contactOf(random, key)),
      };
    }),
  );
}

/** Nearly everybody has a mobile phone, most an address. */
function contactOf(random: SeededRandom, key: string): Pick<ClientInput, 'phone' | 'email'> {
  const phone = random.chance(0.93) ? { phone: demoPhone(random.int(50, 99)) } : {};
  const email = random.chance(0.6) ? { email: `${key.replaceAll('_', '-')}@example.invalid` } : {};
  return { ...phone, ...email };
}

function freeCode(random: SeededRandom, firstDay: LocalDate, [least, greatest]: readonly [number, number], taken: Set<string>): string {
  for (;;) {
    const born = addDays(addYears(firstDay, -random.int(least, greatest)), -random.int(1, 364));
    const number = random.int(FIRST_TEST_NUMBER, LAST_TEST_NUMBER);
    const code = makeTestIdentityCode(born, number, partsOf(born).year < 2000 ? '-' : 'A');
    if (taken.has(code)) continue;
    taken.add(code);
    return code;
  }
}
