import type { Mode } from '../../modules/appointment-types/index.ts';
import type { VisitBooker, VisitFate } from '../past/planned-visit.ts';
import type { DemoTypeCode } from './client-types.ts';

/** A time of one of the test persons; the first fitting one that is on offer. */
export interface NamedVisit {
  readonly client: string;
  readonly type: DemoTypeCode;
  readonly employee?: string;
  /** Days from the first day; on or after it. */
  readonly from: number;
  /** Days before the time on which it was booked, at least. */
  readonly bookedDaysBefore: number;
  readonly by: VisitBooker;
  readonly mode: Mode;
  readonly fate: VisitFate;
  readonly interpreterLanguage?: string;
}

/** Aino and Eero have no coming times: with them a tester tries out what a booking is. */
export const NAMED_VISITS: readonly NamedVisit[] = [
  { client: 'aino-esimerkki', type: 'ELM', from: -40, bookedDaysBefore: 12, by: 'CITIZEN', mode: 'VISIT', fate: 'FULFILLED' },
  { client: 'eero-esimerkki', type: 'ELJ', from: -25, bookedDaysBefore: 9, by: 'CITIZEN', mode: 'REMOTE', fate: 'FULFILLED' },
  {
    client: 'linnea-demosson',
    type: 'ELM',
    employee: 'kirsi-keksitty',
    from: 8,
    bookedDaysBefore: 15,
    by: 'CITIZEN',
    mode: 'VISIT',
    fate: 'FULFILLED',
  },
  {
    client: 'leila-tulkkiasiakas',
    type: 'ELJ',
    from: 9,
    bookedDaysBefore: 16,
    by: 'DESK',
    mode: 'VISIT',
    fate: 'FULFILLED',
    interpreterLanguage: 'ar',
  },
  { client: 'helmi-turvakielto', type: 'ERO-ERI', from: 0, bookedDaysBefore: 12, by: 'DESK', mode: 'VISIT', fate: 'FULFILLED' },
  {
    client: 'kaisla-viittoja',
    type: 'VK-ASI',
    employee: 'vilma-vamma',
    from: 7,
    bookedDaysBefore: 20,
    by: 'CITIZEN',
    mode: 'REMOTE',
    fate: 'FULFILLED',
    interpreterLanguage: 'fse',
  },
  { client: 'ritva-valitystili', type: 'VT-INFO', from: 7, bookedDaysBefore: 14, by: 'OWN', mode: 'VISIT', fate: 'FULFILLED' },
  { client: 'tuomas-tyonantaja', type: 'HA-INFO', from: 1, bookedDaysBefore: 40, by: 'OWN', mode: 'GROUP', fate: 'FULFILLED' },
  {
    client: 'tuomas-tyonantaja',
    type: 'OMA-VA',
    employee: 'pentti-piirretty',
    from: -30,
    bookedDaysBefore: 10,
    by: 'OWN',
    mode: 'PHONE',
    fate: 'FULFILLED',
  },
  {
    client: 'martta-edunvalvottava',
    type: 'OMA-VA',
    employee: 'ulla-uumoiltu',
    from: 5,
    bookedDaysBefore: 12,
    by: 'OWN',
    mode: 'HOME',
    fate: 'FULFILLED',
  },
  {
    client: 'vaino-esimerkki',
    type: 'LS-TAP',
    employee: 'satu-sosiaalityo',
    from: 6,
    bookedDaysBefore: 13,
    by: 'OWN',
    mode: 'VISIT',
    fate: 'FULFILLED',
  },
  { client: 'lumi-turvakielto', type: 'VERK', from: 0, bookedDaysBefore: 16, by: 'OWN', mode: 'VISIT', fate: 'FULFILLED' },
  {
    client: 'onni-uusimerkki',
    type: 'OMA-TV',
    employee: 'valtteri-valmentaja',
    from: 3,
    bookedDaysBefore: 10,
    by: 'OWN',
    mode: 'REMOTE',
    fate: 'FULFILLED',
  },
  {
    client: 'tuulikki-testinen',
    type: 'OMA-TV',
    employee: 'valtteri-valmentaja',
    from: -12,
    bookedDaysBefore: 8,
    by: 'OWN',
    mode: 'VISIT',
    fate: 'NO_SHOW',
  },
  { client: 'ahmed-testinen', type: 'PUH', from: 2, bookedDaysBefore: 9, by: 'CITIZEN', mode: 'PHONE', fate: 'FULFILLED' },
];
