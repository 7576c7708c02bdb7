import { addYears, localDateFrom, partsOf, type LocalDate } from './time/local-date.ts';

declare const personalIdentityCodeBrand: unique symbol;

/**
 * A Finnish personal identity code (henkilötunnus) that has been checked, in capital letters. The separator is part of the identity:
 * 010195-9930 and 010195Y9930 are two people. Never derive a gender from it: new codes carry none. Never write it to a log, an
 * address or a queue.
 */
export type PersonalIdentityCode = string & { readonly [personalIdentityCodeBrand]: true };

/** Wrong form, a date that the calendar does not have, or a check character that does not fit. */
export type IdentityCodeFault = 'FORMAT' | 'DATE' | 'CHECK_CHARACTER';

export type ParsedIdentityCode =
  { readonly ok: true; readonly code: PersonalIdentityCode } | { readonly ok: false; readonly reason: IdentityCodeFault };

/** Signs between date and number. Those beyond `+`, `-` and `A` came with the decree of 2023 and are in use since 2024. */
export type CenturySign = '+' | '-' | 'Y' | 'X' | 'W' | 'V' | 'U' | 'A' | 'B' | 'C' | 'D' | 'E' | 'F';

const CENTURIES: Readonly<Record<CenturySign, number>> = {
  '+': 1800,
  '-': 1900,
  Y: 1900,
  X: 1900,
  W: 1900,
  V: 1900,
  U: 1900,
  A: 2000,
  B: 2000,
  C: 2000,
  D: 2000,
  E: 2000,
  F: 2000,
};

const FORM = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-Z])$/;
// G, I, O, Q and Z are left out as too like other characters.
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
// Word processors and telephones turn a hyphen into one of these.
const DASHES = /[\u2010-\u2015\u2212]/g;
const LEAST_NUMBER = 2;
const FIRST_TEMPORARY_NUMBER = 900;

/** Reads a code as people write it: surrounding spaces, small letters and typographic dashes are accepted. */
function parse(text: string): ParsedIdentityCode {
  const normalised = text.trim().replaceAll(DASHES, '-').toUpperCase();
  const [, day, month, year, sign, number, check] = FORM.exec(normalised) ?? [];
  if (day === undefined || month === undefined || year === undefined || number === undefined || !isCenturySign(sign))
    return fault('FORMAT');
  if (Number(number) < LEAST_NUMBER) return fault('FORMAT');
  if (localDateFrom(CENTURIES[sign] + Number(year), Number(month), Number(day)) === null) return fault('DATE');
  if (check !== checkCharacter(day + month + year, number)) return fault('CHECK_CHARACTER');
  return { ok: true, code: normalised as PersonalIdentityCode };
}

export const PersonalIdentityCode = { parse } as const;

/** The date of birth that the code states. */
export function birthDateOf(code: PersonalIdentityCode): LocalDate {
  const sign = code.charAt(6) as CenturySign;
  const date = localDateFrom(CENTURIES[sign] + Number(code.slice(4, 6)), Number(code.slice(2, 4)), Number(code.slice(0, 2)));
  if (date === null) throw new TypeError('Not a checked personal identity code');
  return date;
}

/** The form that is shown: `140385-****`. */
export function maskIdentityCode(code: PersonalIdentityCode): string {
  return `${code.slice(0, 7)}****`;
}

/** Whether the code is temporary or made for tests (individual number 900–999), not one that the population register has given. */
export function isTemporaryOrTest(code: PersonalIdentityCode): boolean {
  return Number(code.slice(7, 10)) >= FIRST_TEMPORARY_NUMBER;
}

/**
 * Full years of age on a date; negative before birth. Who is born on 29 February gets older on 1 March in years without that day:
 * only then have so many full years certainly passed. This is the one place that decides it.
 */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const born = partsOf(birthDate);
  const today = partsOf(date);
  const birthdayLiesAhead = today.month < born.month || (today.month === born.month && today.day < born.day);
  return today.year - born.year - (birthdayLiesAhead ? 1 : 0);
}

/** The first date on which a person is so many years old: 1 March for a leap-day birth in a year without one. */
export function birthdayOf(birthDate: LocalDate, age: number): LocalDate {
  const anniversary = addYears(birthDate, age);
  const born = partsOf(birthDate);
  if (born.day === partsOf(anniversary).day) return anniversary;
  return localDateFrom(born.year + age, 3, 1) ?? anniversary;
}

/**
 * A code for seeds and tests, its check character computed.
 * @throws RangeError when the number is not 900–999 (real people have the others) or the sign is of another century.
 */
export function makeTestIdentityCode(birthDate: LocalDate, individualNumber: number, sign: CenturySign): PersonalIdentityCode {
  const { year } = partsOf(birthDate);
  if (!Number.isInteger(individualNumber) || individualNumber < FIRST_TEMPORARY_NUMBER || individualNumber > 999)
    throw new RangeError(`Not a test number: ${individualNumber}`);
  if (year - (year % 100) !== CENTURIES[sign]) throw new RangeError(`The sign ${sign} is not of the century of ${birthDate}`);
  const date = birthDate.slice(8, 10) + birthDate.slice(5, 7) + birthDate.slice(2, 4);
  const number = String(individualNumber);
  return `${date}${sign}${number}${checkCharacter(date, number)}` as PersonalIdentityCode;
}

function checkCharacter(sixDigits: string, number: string): string {
  return CHECK_CHARACTERS.charAt(Number(sixDigits + number) % CHECK_CHARACTERS.length);
}

function isCenturySign(sign: string | undefined): sign is CenturySign {
  return sign !== undefined && Object.hasOwn(CENTURIES, sign);
}

function fault(reason: IdentityCodeFault): ParsedIdentityCode {
  return { ok: false, reason };
}
