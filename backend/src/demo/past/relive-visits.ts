import { Injectable } from '@nestjs/common';
import { daysBetween, HELSINKI, localDateOf, Problem, startOfDay, type Instant, type LocalDate } from '../../kernel/index.ts';
import type { CitizenPrincipal } from '../../platform/access/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { FindClients } from '../../modules/clients/index.ts';
import { BookForClient, BookReservation, CancelReservation, MarkAttendance, MoveReservation } from '../../modules/reservations/index.ts';
import { DEMO_UNITS } from '../content/offices.ts';
import type { DemoClock } from '../demo-clock.ts';
import type { DemoIds } from '../demo-ids.ts';
import type { DemoOrganisationCode } from '../demo-persons.ts';
import { DemoRepository, type OfferedToRelive } from '../demo.repository.ts';
import { Agenda } from './agenda.ts';
import { planVisits, staysFree } from './plan-visits.ts';
import type { PlannedVisit, VisitBooker } from './planned-visit.ts';

export interface DaysToRelive {
  readonly ids: DemoIds;
  readonly clock: DemoClock;
  readonly begins: LocalDate;
  readonly firstDay: LocalDate;
  readonly say: (line: string) => void;
}

/** A reservation of the seed as it stands now. */
interface Made {
  readonly id: string;
  readonly version: number;
  readonly time: OfferedToRelive;
}

/** What may come in the way of a booking in real life too; the person then has no time, and the seed goes on. */
const refusals = new Set(['TIME_TAKEN', 'TIME_NOT_OFFERED', 'OWN_OVERLAP', 'TOO_MANY_ACTIVE']);
const desk = 'anni-ajanvaraaja';
const noShowAfterMinutes = 20;

/** Lives through the days before the first one: people book, cancel, move, come and stay away, each at their moment. */
@Injectable()
export class ReliveVisits {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: DemoRepository,
    private readonly findClients: FindClients,
    private readonly book: BookReservation,
    private readonly bookForClient: BookForClient,
    private readonly cancel: CancelReservation,
    private readonly move: MoveReservation,
    private readonly attendance: MarkAttendance,
  ) {}

  /** @returns how many bookings were made */
  async execute(days: DaysToRelive): Promise<number> {
    const agenda = new Agenda();
    let made = 0;
    for (const organisation of ['NH', 'NT'] as const) {
      const times = await this.transactions.run(days.ids.system(organisation), (tx) => this.repository.openTimes(tx));
      for (const visit of planVisits({ ...days, times })) {
        agenda.add({ at: visit.bookedAt, run: async () => void (made += (await this.begin(days, agenda, visit)) ? 1 : 0) });
      }
    }
    const ends = startOfDay(days.firstDay, HELSINKI);
    let day = '';
    for (let happening = agenda.next(); happening !== undefined && happening.at < ends; happening = agenda.next()) {
      days.clock.relive(happening.at);
      const today = localDateOf(happening.at, HELSINKI);
      if (today !== day)
        days.say(
          `Demo data: day ${daysBetween(days.begins, (day = today)) + 1} of ${daysBetween(days.begins, days.firstDay)} relived, ${made} bookings`,
        );
      await happening.run();
    }
    return made;
  }

  private async begin(days: DaysToRelive, agenda: Agenda, visit: PlannedVisit): Promise<boolean> {
    const booked = await unlessRefused(() => this.booked(days, visit));
    if (booked === null) return false;
    const made = { ...booked, time: visit.time };
    if (visit.changedAt === null) this.awaitVisit(days, agenda, visit, made);
    else agenda.add({ at: visit.changedAt, run: () => this.change(days, agenda, visit, made) });
    return true;
  }

  private async booked({ ids }: DaysToRelive, visit: PlannedVisit): Promise<{ id: string; version: number }> {
    const { time, mode, by } = visit;
    const interpreter = visit.interpreterLanguage === null ? {} : { interpreterLanguage: visit.interpreterLanguage };
    const citizen = citizenOf(ids, visit);
    const key = keyOf(visit, 'book');
    if (by === 'CITIZEN')
      return this.book.execute(citizen, key, { offeredTimeId: time.id, mode, eligibilityConfirmed: true, ...interpreter });
    const employee = ids.employee(employeeOf(by, time));
    // As at the desk: nobody books for a client whose identity code nobody has asked for.
    await this.findClients.execute(employee, { identityCode: ids.of('identity-code', organisationOf(visit), visit.clientKey) });
    return this.bookForClient.execute(employee, key, { clientId: citizen.clientId, offeredTimeId: time.id, mode, ...interpreter });
  }

  private async change(days: DaysToRelive, agenda: Agenda, visit: PlannedVisit, made: Made): Promise<void> {
    if (visit.fate === 'CANCELLED') return this.cancelled(days, visit, made);
    const moved = await unlessRefused(() => this.moved(days, visit, made));
    this.awaitVisit(days, agenda, visit, moved ?? made);
  }

  private async cancelled({ ids }: DaysToRelive, visit: PlannedVisit, { id, version, time }: Made): Promise<void> {
    const key = keyOf(visit, 'cancel');
    if (visit.changedBy === 'CITIZEN') return void (await this.cancel.byCitizen(citizenOf(ids, visit), key, id, version));
    await this.cancel.byEmployee(ids.employee(employeeOf(visit.changedBy, time)), key, id, version, { reason: 'CLIENT_REQUEST' });
  }

  /** To the first time of the type that is free some days later. */
  private async moved({ ids, firstDay, clock }: DaysToRelive, visit: PlannedVisit, { id, version, time }: Made): Promise<Made | null> {
    const after =
      time.startsAt.plus({ days: 2 }) > clock.now().plus({ days: 6 }) ? time.startsAt.plus({ days: 2 }) : clock.now().plus({ days: 6 });
    const open = await this.transactions.run(citizenOf(ids, visit), (tx) => this.repository.openTimesAfter(tx, time.typeCode, after));
    // An employee moves within the own calendar: to a colleague it would be a transfer.
    const isWithinReach = (candidate: OfferedToRelive): boolean =>
      visit.changedBy === 'CITIZEN' || visit.changedBy === 'DESK' || candidate.employeeKey === time.employeeKey;
    const target = open.find((candidate) => isWithinReach(candidate) && !staysFree(candidate, firstDay) && candidate.capacity === 1);
    if (target === undefined) return null;
    const key = keyOf(visit, 'move');
    const request = { offeredTimeId: target.id, mode: visit.mode };
    const view =
      visit.changedBy === 'CITIZEN'
        ? await this.move.byCitizen(citizenOf(ids, visit), key, id, version, request)
        : await this.move.byEmployee(ids.employee(employeeOf(visit.changedBy, time)), key, id, version, request);
    return { id, version: view.version, time: target };
  }

  /** The person comes, or does not; the employee marks it. */
  private awaitVisit({ ids }: DaysToRelive, agenda: Agenda, visit: PlannedVisit, { id, version, time }: Made): void {
    const comes = visit.fate !== 'NO_SHOW';
    const at: Instant = comes ? time.endsAt : time.startsAt.plus({ minutes: noShowAfterMinutes });
    const mark = () =>
      this.attendance.execute(ids.employee(time.employeeKey), keyOf(visit, 'attendance'), id, version, comes ? 'fulfil' : 'no-show');
    agenda.add({ at, run: async () => void (await mark()) });
  }
}

function keyOf({ time, clientKey }: PlannedVisit, what: string): string {
  return `demo-${what}-${time.id}-${clientKey}`;
}

function employeeOf(by: VisitBooker, time: OfferedToRelive): string {
  return by === 'DESK' ? desk : time.employeeKey;
}

function organisationOf({ time }: PlannedVisit): DemoOrganisationCode {
  return DEMO_UNITS.find((unit) => unit.code === time.unitCode)?.organisation ?? 'NH';
}

function citizenOf(ids: DemoIds, visit: PlannedVisit): CitizenPrincipal {
  const { clientKey, bookedAt } = visit;
  const organisation = organisationOf(visit);
  return {
    kind: 'CITIZEN',
    organisationId: ids.of('organisation', organisation, organisation),
    clientId: ids.of('client', organisation, clientKey),
    onBehalfOfClientId: null,
    sessionId: `demo-${clientKey}`,
    name: clientKey,
    authenticatedAt: bookedAt,
  };
}

async function unlessRefused<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Problem && refusals.has(error.code)) return null;
    throw error;
  }
}
