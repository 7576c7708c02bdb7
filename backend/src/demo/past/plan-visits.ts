import {
  addDays,
  daysBetween,
  HELSINKI,
  instantOf,
  localDateOf,
  localTimeOf,
  seededRandom,
  startOfDay,
  timeOfMinute,
  weekdayOf,
  type Instant,
  type LocalDate,
  type SeededRandom,
} from '../../kernel/index.ts';
import type { TypeContent } from '../../modules/appointment-types/index.ts';
import { DEMO_CLIENT_TYPES, type DemoTypeCode } from '../content/client-types.ts';
import { NAMED_VISITS, type NamedVisit } from '../content/named-visits.ts';
import type { OfferedToRelive } from '../demo.repository.ts';
import { ClientTurns } from './client-turns.ts';
import type { PlannedVisit, VisitBooker, VisitFate } from './planned-visit.ts';
import { bookerOf, VISIT_HABITS, type VisitHabit } from './visit-habits.ts';

export interface VisitPlanning {
  readonly firstDay: LocalDate;
  /** First day on which anybody books. */
  readonly begins: LocalDate;
  /** What is on offer, in an order that is the same in every seed. */
  readonly times: readonly OfferedToRelive[];
}

type Rules = Partial<TypeContent>;

/** The late Thursdays of Liisa stay free for so long, so that there is always one to book. */
const freeThursdaysDays = 28;
const lateStart = '16:00';
const dayMinutes = 24 * 60;

/** Every booking that is made before the first day, in the order of booking. Depends on nothing but the times and the first day. */
export function planVisits(planning: VisitPlanning): readonly PlannedVisit[] {
  const taken = new Set<string>();
  const visits: PlannedVisit[] = NAMED_VISITS.flatMap((named) => namedVisit(named, planning, taken) ?? []);
  const turns = new ClientTurns(planning.firstDay);
  const wishes = blocksOf(planning.times)
    .filter((block) => block.every((time) => !taken.has(time.id) && !staysFree(time, planning.firstDay)))
    .flatMap((block) => visitsOf(block, planning));
  for (const wish of wishes.sort((a, b) => a.bookedAt.toMillis() - b.bookedAt.toMillis())) {
    const clientKey = turns.next(wish.circle, wish.time);
    if (clientKey !== null) visits.push({ ...wish.visit, clientKey });
  }
  return visits.sort((a, b) => a.bookedAt.toMillis() - b.bookedAt.toMillis() || a.clientKey.localeCompare(b.clientKey));
}

/** Whether the time is left for whoever tries the demo out. */
export function staysFree(time: OfferedToRelive, firstDay: LocalDate): boolean {
  return time.typeCode === 'ERO' && time.employeeKey === 'liisa-lastenvalvoja' && isLateSoon(time, firstDay);
}

function isLateSoon(time: OfferedToRelive, firstDay: LocalDate): boolean {
  const days = daysBetween(firstDay, localDateOf(time.startsAt, HELSINKI));
  return localTimeOf(time.startsAt, HELSINKI) === lateStart && days >= 0 && days <= freeThursdaysDays;
}

/** Days on which family law has nothing left: what a full day looks like. */
function isFullDay(time: OfferedToRelive, firstDay: LocalDate): boolean {
  const date = localDateOf(time.startsAt, HELSINKI);
  const days = daysBetween(firstDay, date);
  return time.unitCode === 'POP' && days >= 4 && days <= 11 && (weekdayOf(date) === 2 || weekdayOf(date) === 3);
}

interface Wish {
  readonly circle: VisitHabit['circle'];
  readonly time: OfferedToRelive;
  readonly bookedAt: Instant;
  readonly visit: Omit<PlannedVisit, 'clientKey'>;
}

function visitsOf(block: readonly OfferedToRelive[], planning: VisitPlanning): Wish[] {
  const [first] = block;
  if (first === undefined) return [];
  const random = seededRandom(`demo/${planning.firstDay}/${first.employeeKey}/${first.startsAt.toMillis()}/${first.typeCode}`);
  const time = random.pick(block);
  const habit = VISIT_HABITS[time.typeCode as DemoTypeCode];
  if (habit === undefined) return [];
  const places = time.capacity > 1 ? random.int(4, 9) : 1;
  return Array.from({ length: places }, (_, place) => wishOf(time, habit, planning, random.fork(String(place)))).filter(
    (wish) => wish !== null,
  );
}

function wishOf(time: OfferedToRelive, habit: VisitHabit, planning: VisitPlanning, random: SeededRandom): Wish | null {
  const { firstDay } = planning;
  const isCertain = isFullDay(time, firstDay) || (time.typeCode === 'ERO' && isLateSoon(time, firstDay));
  if (!random.chance(habit.booked) && !isCertain) return null;
  const by = bookerOf(habit, random.int(0, 999) / 1000);
  const bookedAt = bookingMoment(time, by, planning, random, isCertain);
  if (bookedAt === null) return null;
  const fate = isCertain ? 'FULFILLED' : fateOf(random);
  const rules = rulesOf(time.typeCode);
  const changedBy: VisitBooker = fate === 'MOVED' ? whoMoves(rules, by) : whoCancels(rules, by, random);
  const changedAt = fate === 'CANCELLED' || fate === 'MOVED' ? changeMoment(time, bookedAt, rules, firstDay, random) : null;
  return {
    circle: habit.circle,
    time,
    bookedAt,
    visit: { time, bookedAt, by, mode: random.pick(habit.modes), fate, changedAt, changedBy, interpreterLanguage: null },
  };
}

function fateOf(random: SeededRandom): VisitFate {
  const draw = random.int(0, 99);
  if (draw < 7) return 'NO_SHOW';
  if (draw < 14) return 'CANCELLED';
  return draw < 19 ? 'MOVED' : 'FULFILLED';
}

function whoMoves(rules: Rules, by: VisitBooker): VisitBooker {
  // A time that needs a right is not shown online, so nobody can move to it there.
  if (rules.citizenMayMove === true && rules.audience === 'GENERAL') return 'CITIZEN';
  return by === 'CITIZEN' ? 'OWN' : by;
}

function whoCancels(rules: Rules, by: VisitBooker, random: SeededRandom): VisitBooker {
  if (rules.citizenMayCancel === true && random.chance(0.75)) return 'CITIZEN';
  return by === 'CITIZEN' ? 'OWN' : by;
}

/** Days ahead by the type's notice and horizon, most of them a week or three; null when it would be booked after the demo begins. */
function bookingMoment(
  time: OfferedToRelive,
  by: VisitBooker,
  { firstDay, begins }: VisitPlanning,
  random: SeededRandom,
  isCertain: boolean,
): Instant | null {
  const rules = rulesOf(time.typeCode);
  const day = localDateOf(time.startsAt, HELSINKI);
  const least = by === 'CITIZEN' ? Math.ceil((rules.minNoticeHours ?? 0) / 24) + 1 : 1;
  const most = Math.min(daysBetween(begins, day), Math.max((rules.horizonDays ?? 0) - 1, 13));
  const needed = isCertain ? Math.max(least, daysBetween(firstDay, day) + 3) : least;
  if (needed > most) return null;
  const ahead = Math.min(needed + random.int(0, 16) + random.int(0, 12), most);
  const date = addDays(day, -ahead);
  const onDay = by === 'CITIZEN' ? date : workday(date, begins);
  const [from, until] = by === 'CITIZEN' ? [7 * 60, 22 * 60] : [8 * 60, 16 * 60];
  const at = instantOf(onDay, timeOfMinute(random.int(from, until - 1)), HELSINKI);
  return at < startOfDay(firstDay, HELSINKI) ? at : null;
}

function workday(date: LocalDate, begins: LocalDate): LocalDate {
  const back = Math.max(weekdayOf(date) - 5, 0);
  const earlier = addDays(date, -back);
  return earlier < begins ? date : earlier;
}

/** Somewhen in the daytime after the booking and before the deadline; null when there is no such hour before the demo begins. */
function changeMoment(time: OfferedToRelive, bookedAt: Instant, rules: Rules, firstDay: LocalDate, random: SeededRandom): Instant | null {
  const deadline = time.startsAt.minus({ hours: Math.max(rules.cancelDeadlineHours ?? 0, 12) + 1 });
  const demoBegins = startOfDay(firstDay, HELSINKI);
  const until = deadline < demoBegins ? deadline : demoBegins;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const room = Math.floor(until.diff(bookedAt, 'minutes').minutes);
    if (room < dayMinutes) return null;
    const date = localDateOf(bookedAt.plus({ minutes: random.int(30, room) }), HELSINKI);
    const at = instantOf(date, timeOfMinute(random.int(8 * 60, 20 * 60)), HELSINKI);
    if (at > bookedAt && at < until) return at;
  }
  return null;
}

function namedVisit(named: NamedVisit, planning: VisitPlanning, taken: Set<string>): PlannedVisit | null {
  const earliest = addDays(planning.firstDay, named.from);
  const time = planning.times.find(
    (one) =>
      one.typeCode === named.type &&
      (named.employee ?? one.employeeKey) === one.employeeKey &&
      !taken.has(one.id) &&
      localDateOf(one.startsAt, HELSINKI) >= earliest &&
      !staysFree(one, planning.firstDay),
  );
  if (time === undefined) return null;
  const day = localDateOf(time.startsAt, HELSINKI);
  const ahead = Math.max(named.bookedDaysBefore, daysBetween(planning.firstDay, day) + 1);
  const date = addDays(day, -ahead);
  if (date < planning.begins) return null;
  if (time.capacity === 1) for (const other of planning.times) if (other.blockId === time.blockId) taken.add(other.id);
  const bookedAt = instantOf(workday(date, planning.begins), timeOfMinute(10 * 60 + 5), HELSINKI);
  const { by, mode, fate } = named;
  return {
    time,
    clientKey: named.client,
    bookedAt,
    by,
    mode,
    fate,
    changedAt: null,
    changedBy: by,
    interpreterLanguage: named.interpreterLanguage ?? null,
  };
}

function rulesOf(typeCode: string): Rules {
  return DEMO_CLIENT_TYPES.find((type) => type.code === typeCode)?.content ?? {};
}

/** Times that accept several types are one. */
function blocksOf(times: readonly OfferedToRelive[]): OfferedToRelive[][] {
  const blocks = new Map<string, OfferedToRelive[]>();
  for (const time of times) blocks.set(time.blockId, [...(blocks.get(time.blockId) ?? []), time]);
  return [...blocks.values()];
}
