import Holidays from 'date-holidays';
import type { LocalizedText } from '../localized-text.ts';
import { compareDates, toLocalDate, type LocalDate } from './local-date.ts';

/** A public holiday is a day off by law or church calendar; an eve is one on which offices are closed by custom and agreement. */
export type HolidayKind = 'PUBLIC_HOLIDAY' | 'EVE';

export interface Holiday {
  readonly date: LocalDate;
  /** Stable, the same every year. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly kind: HolidayKind;
}

type KnownHoliday = Omit<Holiday, 'date'>;

// The library's English names are British ("Boxing Day") and its lists of days include ones on which offices are open, so it gives
// the dates only, and what a day is called and means here stands here.
const KNOWN: Readonly<Record<string, KnownHoliday>> = {
  '01-01': publicHoliday('NEW_YEARS_DAY', 'uudenvuodenpäivä', 'nyårsdagen', "New Year's Day"),
  '01-06': publicHoliday('EPIPHANY', 'loppiainen', 'trettondagen', 'Epiphany'),
  'easter -2': publicHoliday('GOOD_FRIDAY', 'pitkäperjantai', 'långfredagen', 'Good Friday'),
  easter: publicHoliday('EASTER_DAY', 'pääsiäispäivä', 'påskdagen', 'Easter Sunday'),
  'easter 1': publicHoliday('EASTER_MONDAY', 'toinen pääsiäispäivä', 'annandag påsk', 'Easter Monday'),
  '05-01': publicHoliday('MAY_DAY', 'vappu', 'första maj', 'May Day'),
  'easter 39': publicHoliday('ASCENSION_DAY', 'helatorstai', 'Kristi himmelsfärdsdag', 'Ascension Day'),
  'easter 49': publicHoliday('PENTECOST', 'helluntaipäivä', 'pingstdagen', 'Pentecost'),
  'friday after 06-19': eve('MIDSUMMER_EVE', 'juhannusaatto', 'midsommarafton', 'Midsummer Eve'),
  'saturday after 06-20': publicHoliday('MIDSUMMER_DAY', 'juhannuspäivä', 'midsommardagen', 'Midsummer Day'),
  'saturday after 10-31': publicHoliday('ALL_SAINTS_DAY', 'pyhäinpäivä', 'alla helgons dag', "All Saints' Day"),
  '12-06': publicHoliday('INDEPENDENCE_DAY', 'itsenäisyyspäivä', 'självständighetsdagen', 'Independence Day'),
  '12-24': eve('CHRISTMAS_EVE', 'jouluaatto', 'julafton', 'Christmas Eve'),
  '12-25': publicHoliday('CHRISTMAS_DAY', 'joulupäivä', 'juldagen', 'Christmas Day'),
  '12-26': publicHoliday('ST_STEPHENS_DAY', 'tapaninpäivä', 'annandag jul', "St Stephen's Day"),
};

const calendar = new Holidays('FI', { types: ['public', 'bank'] });

/**
 * The days of a year on which a Finnish office is closed, in order: the public holidays, Sundays among them, and Midsummer Eve and
 * Christmas Eve. What an organisation does on them is its own data; this is what those data start from.
 * @throws Error when the library knows a public holiday that is not known here: a new holiday must be named and decided on.
 */
export function finnishHolidays(year: number): readonly Holiday[] {
  return calendar
    .getHolidays(year)
    .flatMap(({ date, rule, type, name }) => {
      const known = KNOWN[rule];
      if (known === undefined && type === 'public') throw new Error(`Unknown public holiday of ${year}: ${name} (${rule})`);
      return known === undefined ? [] : [{ date: toLocalDate(date.slice(0, 10)), ...known }];
    })
    .sort((a, b) => compareDates(a.date, b.date));
}

function publicHoliday(code: string, fi: string, sv: string, en: string): KnownHoliday {
  return { code, kind: 'PUBLIC_HOLIDAY', name: { fi, sv, en } };
}

function eve(code: string, fi: string, sv: string, en: string): KnownHoliday {
  return { code, kind: 'EVE', name: { fi, sv, en } };
}
