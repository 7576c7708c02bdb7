import type { LocalizedText } from '../kernel/localized-text.ts';
import { makeTestIdentityCode, type CenturySign } from '../kernel/personal-identity-code.ts';
import { addMonths, localDateFrom, partsOf, toLocalDate, type LocalDate } from '../kernel/time/local-date.ts';
import type { DemoCitizen } from './demo-persons.ts';

type Variable =
  | 'phone'
  | 'email'
  | 'address'
  | 'language'
  | 'uiLanguage'
  | 'messageLanguage'
  | 'nonDisclosure'
  | 'interpreterNeeded'
  | 'guardianVisibility'
  | 'represents'
  | 'organisations'
  | 'signsIn';

interface Person extends Partial<Pick<DemoCitizen, Variable>> {
  readonly key: string;
  readonly names: readonly [given: string, family: string];
  readonly born: LocalDate;
  /** Century sign and individual number of the identity code; 900–999 is never given to anybody. */
  readonly code: readonly [CenturySign, number];
  readonly use: LocalizedText;
}

/**
 * Everybody who can be a client in the demo, in the order in which they are shown.
 * @param firstDay the day the demo began, by which those who are about to have a birthday are born
 */
export function demoCitizens(firstDay: LocalDate): readonly DemoCitizen[] {
  return people(firstDay).map((person, index) => ({
    language: 'fi',
    uiLanguage: 'fi',
    messageLanguage: 'fi',
    // A range that is assumed to be given to nobody; and the demo sends nothing anyway.
    phone: `+358500000${String(index + 1).padStart(3, '0')}`,
    email: `${person.key}@example.invalid`,
    address: null,
    nonDisclosure: false,
    interpreterNeeded: false,
    guardianVisibility: null,
    represents: [],
    organisations: ['NH'],
    signsIn: true,
    ...person,
    givenNames: person.names[0],
    familyName: person.names[1],
    birthDate: person.born,
    identityCode: makeTestIdentityCode(person.born, person.code[1], person.code[0]),
  }));
}

/** A birth date whose given birthday lies six to eleven weeks ahead of the first day, so that it can be seen to pass. */
function turning(age: number, dayOfMonth: number, firstDay: LocalDate): LocalDate {
  const birthday = partsOf(addMonths(firstDay, 2));
  const born = localDateFrom(birthday.year - age, birthday.month, dayOfMonth);
  if (born === null) throw new RangeError(`No such day of the month: ${dayOfMonth}`);
  return born;
}

const on = toLocalDate;
const guards = (...children: readonly string[]): DemoCitizen['represents'] =>
  children.map((principal) => ({ principal, kind: 'GUARDIAN' }));

function people(firstDay: LocalDate): readonly Person[] {
  return [...families(), ...adults(), ...withBirthdaysAhead(firstDay), ...forChecksOnly()];
}

function families(): readonly Person[] {
  return [
    {
      key: 'aino-esimerkki',
      names: ['Aino', 'Esimerkki'],
      born: on('1985-03-14'),
      code: ['-', 902],
      organisations: ['NH', 'NT'],
      represents: guards('oona-esimerkki', 'vaino-esimerkki'),
      use: { fi: 'Vanhempi A, tavalliset varaukset', sv: 'Förälder A, vanliga bokningar', en: 'Parent A, general bookings' },
    },
    {
      key: 'eero-esimerkki',
      names: ['Eero', 'Esimerkki'],
      born: on('1983-06-02'),
      code: ['-', 913],
      represents: guards('oona-esimerkki', 'vaino-esimerkki'),
      use: { fi: 'Vanhempi B, sama lapsi, erimielisyys', sv: 'Förälder B, samma barn, tvist', en: 'Parent B, same child, dispute' },
    },
    {
      key: 'oona-esimerkki',
      names: ['Oona', 'Esimerkki'],
      born: on('2018-09-11'),
      code: ['A', 924],
      phone: null,
      email: null,
      guardianVisibility: 'NOT_CAPABLE_SHOWN',
      signsIn: false,
      use: { fi: 'Ainon ja Eeron lapsi', sv: 'Ainos och Eeros barn', en: 'Child of Aino and Eero' },
    },
    {
      key: 'vaino-esimerkki',
      names: ['Väinö', 'Esimerkki'],
      born: on('2012-04-25'),
      code: ['A', 935],
      guardianVisibility: 'CAPABLE_FORBIDS',
      use: {
        fi: 'Kehittynyt alaikäinen, kieltää tietojen näyttämisen huoltajille',
        sv: 'Minderårig som förbjuder att vårdnadshavarna ser uppgifterna',
        en: 'Capable minor who forbids showing to guardians',
      },
    },
    {
      key: 'helmi-turvakielto',
      names: ['Helmi', 'Turvakielto'],
      born: on('1990-11-17'),
      code: ['-', 946],
      nonDisclosure: true,
      represents: guards('lumi-turvakielto'),
      use: { fi: 'Äiti, jolla on turvakielto', sv: 'Mor med spärrmarkering', en: 'Mother with a non-disclosure order' },
    },
    {
      key: 'lumi-turvakielto',
      names: ['Lumi', 'Turvakielto'],
      born: on('2020-05-03'),
      code: ['A', 958],
      phone: null,
      email: null,
      nonDisclosure: true,
      guardianVisibility: 'NOT_CAPABLE_SHOWN',
      signsIn: false,
      use: { fi: 'Lapsi, jolla on turvakielto', sv: 'Barn med spärrmarkering', en: 'Child with a non-disclosure order' },
    },
    {
      key: 'heikki-huoltaja',
      names: ['Heikki', 'Huoltaja'],
      born: on('1987-02-04'),
      code: ['-', 953],
      represents: guards('lumi-turvakielto'),
      use: {
        fi: 'Lumin toinen huoltaja, ei turvakieltoa: ei saa nähdä lapsen tietoja',
        sv: 'Lumis andra vårdnadshavare utan spärrmarkering: får inte se barnets uppgifter',
        en: 'Lumi’s other guardian without the order: must not see the child',
      },
    },
    {
      key: 'leo-leikkiva',
      names: ['Leo', 'Leikkivä'],
      born: on('2024-02-29'),
      code: ['A', 937],
      phone: null,
      email: null,
      guardianVisibility: 'NOT_CAPABLE_SHOWN',
      signsIn: false,
      use: { fi: 'Syntynyt karkauspäivänä', sv: 'Född på skottdagen', en: 'Born on a leap day' },
    },
  ];
}

function adults(): readonly Person[] {
  return [
    {
      key: 'kaisla-viittoja',
      names: ['Kaisla', 'Viittoja'],
      born: on('1979-07-08'),
      code: ['-', 960],
      language: 'fse',
      interpreterNeeded: true,
      use: { fi: 'Asioi viittomakielellä', sv: 'Uträttar ärenden på teckenspråk', en: 'Uses sign language' },
    },
    {
      key: 'tuomas-tyonantaja',
      names: ['Tuomas', 'Työnantaja'],
      born: on('1971-02-28'),
      code: ['-', 971],
      use: { fi: 'Varausoikeus HA-INFO-aikaan', sv: 'Bokningsrätt till tiden HA-INFO', en: 'Holds a booking right for HA-INFO' },
    },
    {
      key: 'ritva-valitystili',
      names: ['Ritva', 'Välitystili'],
      born: on('1958-12-12'),
      code: ['-', 982],
      phone: null,
      email: null,
      address: { street: 'Keksitynkuja 12 B 4', postalCode: '00001', postalPlace: 'Esimerkkilä' },
      use: { fi: 'VT-INFO, ei matkapuhelinta (kirje)', sv: 'VT-INFO, ingen mobiltelefon (brev)', en: 'VT-INFO, no mobile phone (letter)' },
    },
    {
      key: 'ahmed-testinen',
      names: ['Ahmed', 'Testinen'],
      born: on('1995-01-01'),
      code: ['-', 993],
      organisations: ['NH', 'NT'],
      use: {
        fi: 'Sama päivä, numero ja tarkiste kuin Ahmed Toisella, eri välimerkki',
        sv: 'Samma datum, nummer och kontrolltecken som Ahmed Toinen, annat skiljetecken',
        en: 'Same date, number and check character as Ahmed Toinen, another separator',
      },
    },
    {
      key: 'ahmed-toinen',
      names: ['Ahmed', 'Toinen'],
      born: on('1995-01-01'),
      code: ['Y', 993],
      use: {
        fi: 'Sama päivä, numero ja tarkiste kuin Ahmed Testisellä, eri välimerkki',
        sv: 'Samma datum, nummer och kontrolltecken som Ahmed Testinen, annat skiljetecken',
        en: 'Same date, number and check character as Ahmed Testinen, another separator',
      },
    },
    {
      key: 'tuulikki-testinen',
      names: ['Tuulikki', 'Testinen'],
      born: on('1988-06-06'),
      code: ['X', 970],
      organisations: ['NH', 'NT'],
      use: { fi: 'Uusi 1900-luvun välimerkki', sv: 'Nytt skiljetecken för 1900-talet', en: 'New separator of the 1900s' },
    },
    {
      key: 'onni-uusimerkki',
      names: ['Onni', 'Uusimerkki'],
      born: on('2004-04-15'),
      code: ['B', 915],
      organisations: ['NH', 'NT'],
      use: { fi: 'Uusi 2000-luvun välimerkki', sv: 'Nytt skiljetecken för 2000-talet', en: 'New separator of the 2000s' },
    },
    {
      key: 'linnea-demosson',
      names: ['Linnéa', 'Demosson'],
      born: on('1999-06-23'),
      code: ['-', 904],
      language: 'sv',
      uiLanguage: 'sv',
      messageLanguage: 'sv',
      organisations: ['NH', 'NT'],
      use: { fi: 'Ruotsinkielinen palvelu ja viestit', sv: 'Tjänst och meddelanden på svenska', en: 'Swedish user interface and messages' },
    },
    {
      key: 'martta-edunvalvottava',
      names: ['Martta', 'Edunvalvottava'],
      born: on('1942-05-05'),
      code: ['-', 948],
      email: null,
      use: { fi: 'Aikuinen, jolla on edunvalvoja', sv: 'Vuxen med intressebevakare', en: 'Adult with a legal guardian' },
    },
    {
      key: 'ilmari-valtuutettu',
      names: ['Ilmari', 'Valtuutettu'],
      born: on('1970-07-07'),
      code: ['-', 959],
      represents: [{ principal: 'martta-edunvalvottava', kind: 'MANDATE' }],
      use: { fi: 'Asioi Martan puolesta valtuudella', sv: 'Uträttar ärenden för Martta med fullmakt', en: 'Mandate holder for Martta' },
    },
    {
      key: 'leila-tulkkiasiakas',
      names: ['Leila', 'Tulkkiasiakas'],
      born: on('1975-05-23'),
      code: ['-', 964],
      language: 'ar',
      uiLanguage: 'en',
      interpreterNeeded: true,
      use: { fi: 'Tarvitsee tulkin, toinen kieli', sv: 'Behöver tolk, annat språk', en: 'Needs an interpreter, another language' },
    },
    {
      key: 'liisa-lastenvalvoja-asiakkaana',
      names: ['Liisa', 'Lastenvalvoja'],
      born: on('1990-03-12'),
      code: ['-', 962],
      use: {
        fi: 'Työntekijä itse asiakkaana: ei saa käsitellä omaa asiaansa',
        sv: 'Anställd själv som klient: får inte behandla sitt eget ärende',
        en: 'An employee as a client: must not handle her own matter',
      },
    },
  ];
}

function withBirthdaysAhead(firstDay: LocalDate): readonly Person[] {
  return [
    {
      key: 'pyry-nuori',
      names: ['Pyry', 'Nuori'],
      born: turning(16, 15, firstDay),
      code: ['A', 931],
      guardianVisibility: 'CAPABLE_ALLOWS',
      use: { fi: '15-vuotias, asioi itse', sv: '15 år, uträttar ärenden själv', en: '15 years old, uses the service himself' },
    },
    {
      key: 'saga-kaksikielinen',
      names: ['Saga', 'Kaksikielinen'],
      born: turning(18, 15, firstDay),
      code: ['A', 926],
      language: 'sv',
      messageLanguage: 'sv',
      guardianVisibility: 'CAPABLE_ALLOWS',
      use: {
        fi: 'Täyttää pian 18; viestit ruotsiksi, palvelu suomeksi',
        sv: 'Fyller snart 18; meddelanden på svenska, tjänsten på finska',
        en: 'Turns 18 soon; messages in Swedish, service in Finnish',
      },
    },
    {
      key: 'tiitus-kaksitoista',
      names: ['Tiitus', 'Kaksitoista'],
      born: turning(12, 20, firstDay),
      code: ['A', 934],
      guardianVisibility: 'UNKNOWN_NOT_SHOWN',
      use: {
        fi: 'Täyttää pian 12: puolesta-asioinnin ikäraja',
        sv: 'Fyller snart 12: åldersgränsen för att uträtta ärenden för någon annan',
        en: 'Turns 12 soon: age limit of acting on behalf',
      },
    },
  ];
}

function forChecksOnly(): readonly Person[] {
  return [
    {
      key: 'vanha-vuosisata',
      names: ['Vanha', 'Vuosisata'],
      born: on('1899-01-01'),
      code: ['+', 907],
      phone: null,
      email: null,
      organisations: [],
      signsIn: false,
      use: {
        fi: '1800-luvun välimerkki, vain tarkistuksiin',
        sv: 'Skiljetecken för 1800-talet, endast för kontroller',
        en: 'Separator of the 1800s, for checks only',
      },
    },
  ];
}
