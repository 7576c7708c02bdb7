import { expect, type Page } from '@playwright/test';
import { callApi, readApi } from './api.ts';
import type { FreeTime, OwnReservation } from './citizen.ts';
import { serverNow } from './visitors.ts';

/** What the pages of a citizen are about. */
export interface CitizensThings {
  readonly typeId: string;
  /** A time that may be moved and cancelled. */
  readonly reservationId: string;
  /** Where a time that is held now can be confirmed. */
  confirmPath(): Promise<string>;
}

/** What the pages of an employee are about. */
export interface EmployeesThings {
  /** A team's day with reservations. */
  readonly teamPath: string;
  readonly weekPath: string;
  readonly drawerPath: string;
}

/** What the pages of booking for a client are about. */
export interface BookingThings {
  /** Free times of a type. */
  readonly foundPath: string;
  /** The booking of one of them. */
  readonly bookingPath: string;
}

interface Type {
  readonly id: string;
}

interface Entry {
  readonly reservationId: string | null;
  readonly status: string | null;
  readonly startsAt: string;
  readonly subjectIds: readonly string[];
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MOVABLE = 'valitystilin-infoaika';
const ATTEMPTS = 5;

/** Nothing, for those who are not signed in. */
export const NOBODYS_THINGS: CitizensThings = {
  typeId: '',
  reservationId: '',
  confirmPath: () => Promise.reject(new Error('Only who is signed in can hold a time.')),
};

/** Books an information time for the citizen unless there is one already. */
export async function citizensThings(page: Page): Promise<CitizensThings> {
  const movable = await readApi<Type>(page, `/api/v1/public/appointment-types/${MOVABLE}`);
  const eroaika = await readApi<Type>(page, '/api/v1/public/appointment-types/eroaika');
  const { items } = await readApi<{ items: readonly OwnReservation[] }>(page, '/api/v1/citizen/reservations?when=upcoming&limit=50');
  const booked = items.find((item) => item.appointmentTypeSlug === MOVABLE);
  return {
    typeId: eroaika.id,
    reservationId: booked?.id ?? (await takeFreeTime(page, '/api/v1/citizen/reservations', movable.id)),
    confirmPath: async () => `/confirm/${await takeFreeTime(page, '/api/v1/citizen/holds', eroaika.id)}?type=${eroaika.id}`,
  };
}

/** Finds a reservation of the team that is still to come, and the day that it is on. */
export async function employeesThings(page: Page, teamCode: string): Promise<EmployeesThings> {
  const teams = await readApi<readonly { code: string; employeeIds: readonly string[] }[]>(page, '/api/v1/teams');
  const who = teams.find((team) => team.code === teamCode)?.employeeIds ?? [];
  for (const date of await daysAhead(7)) {
    const { entries } = await readApi<{ entries: readonly Entry[] }>(
      page,
      `/api/v1/calendar/day?date=${date}&${who.map((id) => `subjectId=${id}`).join('&')}`,
    );
    const booked = entries.find((entry) => entry.reservationId !== null && entry.status === 'BOOKED');
    const [one] = booked?.subjectIds.filter((id) => who.includes(id)) ?? [];
    if (booked === undefined || one === undefined) continue;
    const team = `date=${date}&who=${who.join()}`;
    return {
      teamPath: `/employee/calendar?${team}`,
      weekPath: `/employee/calendar?date=${date}&view=week&who=${one}`,
      drawerPath: `/employee/calendar/reservations/${booked.reservationId ?? ''}?${team}`,
    };
  }
  throw new Error(`No reservation of the team ${teamCode} in the days to come.`);
}

/** Where an employee finds and books a time of the type. */
export async function bookingThings(page: Page, typeCode: string): Promise<BookingThings> {
  const types = await readApi<readonly { id: string; code: string }[]>(page, '/api/v1/appointment-types?category=CLIENT');
  const type = types.find(({ code }) => code === typeCode)?.id ?? '';
  const { items } = await readApi<{ items: readonly FreeTime[] }>(page, `/api/v1/free-times?appointmentTypeId=${type}&limit=50`);
  const time = items.at(-1);
  if (time === undefined) throw new Error(`There is no free time of the type ${typeCode}.`);
  return { foundPath: `/employee/find-time?type=${type}`, bookingPath: `/employee/find-time/book/${time.id}?type=${type}` };
}

/** The days after today, `YYYY-MM-DD`. */
async function daysAhead(count: number): Promise<string[]> {
  const now = await serverNow();
  return Array.from({ length: count }, (_, index) => new Date(now.getTime() + (index + 1) * DAY_MS).toISOString().slice(0, 10));
}

/** Books or holds a time of the type and tells its id. Who finds it taken by another test takes another one. */
async function takeFreeTime(page: Page, path: string, typeId: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const { items } = await readApi<{ items: readonly FreeTime[] }>(page, `/api/v1/public/free-times?appointmentTypeId=${typeId}&limit=50`);
    // From the end, and never at four in the afternoon: the first ones and 16.00 are what tests of the pages press.
    const time = items.filter(({ startsAt }) => new Date(startsAt).getUTCHours() < 12).at(-attempt);
    if (time === undefined) throw new Error(`There is no free time of the type ${typeId}.`);
    const { status, body } = await callApi(page, 'POST', path, { offeredTimeId: time.id, mode: time.modes[0] });
    if (status === 409 && (body as { code: string }).code === 'TIME_TAKEN' && attempt < ATTEMPTS) continue;
    expect(status, JSON.stringify(body)).toBe(201);
    return (body as { id: string }).id;
  }
}
