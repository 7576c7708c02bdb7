import { Injectable } from '@nestjs/common';
import {
  addDays,
  finnishHolidays,
  HELSINKI,
  instantOf,
  partsOf,
  startOfDay,
  toLocalTime,
  weekdayOf,
  type LocalDate,
  type Weekday,
} from '../../kernel/index.ts';
import { AddAbsence, AddOtherWork, OfferTimes, type AbsenceKind } from '../../modules/calendar/index.ts';
import type { DemoTypeCode } from '../content/client-types.ts';
import type { DemoWorkCode } from '../content/other-work-types.ts';
import type { DemoIds } from '../demo-ids.ts';
import type { DemoUnitCode } from '../demo-persons.ts';

/** Days of work or leave, by the first day that is open on that weekday on or after an offset in days. */
interface OnDay {
  readonly from: number;
  readonly weekday: Weekday;
}

interface Meeting extends OnDay {
  readonly unit: DemoUnitCode;
  readonly people: readonly string[];
  readonly code: DemoWorkCode;
  readonly starts: string;
  readonly ends: string;
  readonly title?: string;
}

interface OfferedByHand extends OnDay {
  readonly unit: DemoUnitCode;
  readonly lead: string;
  readonly with?: string;
  readonly type: DemoTypeCode;
  readonly starts: string;
}

interface Away extends OnDay {
  readonly person: string;
  readonly kind: AbsenceKind;
  readonly days: number;
}

const disabilityTeam = ['vilma-vamma', 'pentti-piirretty', 'anna-arvattu', 'kalle-kuviteltu', 'ulla-uumoiltu'];

const MEETINGS: readonly Meeting[] = [
  { from: -21, weekday: 5, unit: 'POP', people: ['liisa-lastenvalvoja'], code: 'OIK', starts: '13:00', ends: '15:00' },
  { from: 4, weekday: 5, unit: 'POP', people: ['liisa-lastenvalvoja'], code: 'OIK', starts: '13:00', ends: '15:00' },
  { from: 3, weekday: 1, unit: 'POP', people: ['lauri-lastenvalvoja'], code: 'YKS', starts: '15:00', ends: '16:00' },
  {
    from: -14,
    weekday: 3,
    unit: 'VAPA',
    people: disabilityTeam,
    code: 'KOUL',
    starts: '09:00',
    ends: '12:00',
    title: 'Kirjaamisvalmennus',
  },
  {
    from: 10,
    weekday: 3,
    unit: 'VAPA',
    people: disabilityTeam,
    code: 'KOUL',
    starts: '08:30',
    ends: '11:30',
    title: 'Esteettömyyskoulutus',
  },
];

const LEAVES: readonly Away[] = [
  { from: -35, weekday: 1, person: 'lauri-lastenvalvoja', kind: 'LEAVE', days: 5 },
  { from: 18, weekday: 1, person: 'minna-mallikas', kind: 'LEAVE', days: 5 },
  { from: -12, weekday: 2, person: 'ulla-uumoiltu', kind: 'AWAY', days: 1 },
  { from: 5, weekday: 4, person: 'tarja-tekaistu', kind: 'AWAY', days: 2 },
];

const BY_HAND: readonly OfferedByHand[] = [
  { from: 3, weekday: 5, unit: 'POP', lead: 'lauri-lastenvalvoja', type: 'ERO-ERI', starts: '13:00' },
  { from: 10, weekday: 5, unit: 'POP', lead: 'lauri-lastenvalvoja', type: 'ERO-ERI', starts: '13:00' },
  { from: 3, weekday: 5, unit: 'LA-I', lead: 'satu-sosiaalityo', with: 'sami-sosiaaliohjaus', type: 'VERK', starts: '12:30' },
  { from: 17, weekday: 5, unit: 'LA-I', lead: 'nina-naytteellinen', with: 'mikko-malliksi', type: 'VERK', starts: '12:30' },
  { from: 2, weekday: 3, unit: 'VAPA', lead: 'kalle-kuviteltu', type: 'HA-YKS', starts: '09:00' },
  { from: 17, weekday: 3, unit: 'VAPA', lead: 'kalle-kuviteltu', type: 'HA-YKS', starts: '09:00' },
];

/** What people enter by hand beside their templates: courts, courses, leave, single offered times. */
@Injectable()
export class SetUpCalendar {
  constructor(
    private readonly addOtherWork: AddOtherWork,
    private readonly addAbsence: AddAbsence,
    private readonly offerTimes: OfferTimes,
  ) {}

  async execute(ids: DemoIds, firstDay: LocalDate, from: LocalDate): Promise<void> {
    const principal = ids.system('NH');
    const employee = (key: string): string => ids.of('employee', 'NH', key);
    const at = (date: LocalDate, time: string) => instantOf(date, toLocalTime(time), HELSINKI);
    for (const { unit, people, code, starts, ends, title, ...on } of MEETINGS) {
      const date = openDay(firstDay, on);
      if (date < from) continue;
      await this.addOtherWork.execute(principal, {
        appointmentTypeId: ids.of('type', 'NH', code),
        unitId: ids.of('unit', 'NH', unit),
        employeeIds: people.map(employee),
        startsAt: at(date, starts),
        endsAt: at(date, ends),
        ...(title === undefined ? {} : { title }),
      });
    }
    for (const { person, kind, days, ...on } of LEAVES) {
      const date = openDay(firstDay, on);
      if (date < from) continue;
      await this.addAbsence.execute(principal, {
        employeeId: employee(person),
        kind,
        startsAt: startOfDay(date, HELSINKI),
        endsAt: startOfDay(addDays(date, days), HELSINKI),
      });
    }
    for (const { unit, lead, with: other, type, starts, ...on } of BY_HAND) {
      await this.offerTimes.execute(principal, {
        employeeId: employee(lead),
        unitId: ids.of('unit', 'NH', unit),
        appointmentTypeIds: [ids.of('type', 'NH', type)],
        startsAt: at(openDay(firstDay, on), starts),
        ...(other === undefined ? {} : { withEmployeeIds: [employee(other)] }),
      });
    }
  }
}

/** The first such weekday on or after the offset that is no holiday. */
function openDay(firstDay: LocalDate, { from, weekday }: OnDay): LocalDate {
  const start = addDays(firstDay, from);
  const first = addDays(start, (weekday - weekdayOf(start) + 7) % 7);
  for (let date = first; ; date = addDays(date, 7)) {
    if (!finnishHolidays(partsOf(date).year).some((holiday) => holiday.date === date)) return date;
  }
}
