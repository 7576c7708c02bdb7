import { Injectable } from '@nestjs/common';
import { Clock, refuseUnless, type Instant } from '../../../kernel/index.ts';
import { concernedClientId, type CitizenPrincipal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { mayWish, wishOf } from '../../appointment-types/index.ts';
import { EMPLOYEE_NOT_TO_CHOOSE } from '../../availability/index.ts';
import { Clients } from '../../clients/index.ts';
import { EmployeeTasksRepository } from '../tasks/employee-tasks.repository.ts';
import { CitizenReservationQueries } from '../citizen-reservation-queries.ts';
import type { BookReservationRequest, CitizenReservationView } from '../citizen-reservation.dto.ts';
import {
  BEYOND_HORIZON,
  ELIGIBILITY_NOT_CONFIRMED,
  MODE_NOT_OFFERED,
  NOT_BOOKABLE_ONLINE,
  OWN_OVERLAP,
  TOO_LATE_TO_BOOK,
  TOO_MANY_ACTIVE,
} from '../reservation.problems.ts';
import { mayCitizenBook } from '../reservation-rules.ts';
import { ReservationsRepository } from '../reservations.repository.ts';
import { CitizenChangeQuota } from './citizen-change-quota.ts';
import { HealHint } from './heal-hint.ts';
import { MakeReservation } from './make-reservation.ts';
import { OfferedToBookReader, type OfferedToBook } from './offered-to-book.ts';
import { ReleaseOwnHold } from './release-own-hold.ts';

/** A citizen books an offered time: for oneself, or as the representative of somebody. */
@Injectable()
export class BookReservation {
  constructor(
    private readonly clock: Clock,
    private readonly idempotent: IdempotentTransactions,
    private readonly clients: Clients,
    private readonly reader: OfferedToBookReader,
    private readonly reservations: ReservationsRepository,
    private readonly tasks: EmployeeTasksRepository,
    private readonly releaseOwnHold: ReleaseOwnHold,
    private readonly makeReservation: MakeReservation,
    private readonly healHint: HealHint,
    private readonly queries: CitizenReservationQueries,
    private readonly quota: CitizenChangeQuota,
  ) {}

  /**
   * @throws Problem TIME_TAKEN (409, with the three nearest alternatives), TIME_NOT_OFFERED, NOT_FOUND, and one for each rule of
   * the type (`reservation-rules.ts`), TOO_MANY_CHANGES_TODAY; a refusal is given again for the same key
   */
  execute(citizen: CitizenPrincipal, key: string, request: BookReservationRequest): Promise<CitizenReservationView> {
    return this.healHint.whenTaken(citizen, request.offeredTimeId, this.book(citizen, key, request));
  }

  private book(citizen: CitizenPrincipal, key: string, request: BookReservationRequest): Promise<CitizenReservationView> {
    return this.idempotent.run(citizen, { key, operation: 'bookReservation', body: request }, async (tx) => {
      const now = this.clock.now();
      const clientId = concernedClientId(citizen);
      await this.quota.use(tx, citizen);
      // Limits and overlaps are counted behind this lock, so that two tabs cannot both be the first.
      await this.clients.lock(tx, clientId);
      const time = await this.reader.readForCitizen(tx, request.offeredTimeId, now);
      refuseUnless(mayWish(time.version, wishOf(request)), { NOT_TO_CHOOSE: EMPLOYEE_NOT_TO_CHOOSE });
      const hidden = await this.refuseByRules(tx, clientId, time, request, now);
      await this.releaseOwnHold.execute(tx, citizen, time);
      const reservation = await this.makeReservation.execute(
        tx,
        citizen,
        {
          ...time,
          mode: request.mode,
          channel: citizen.onBehalfOfClientId === null ? 'CITIZEN' : 'PROXY',
          client: {
            clientId,
            booker: true,
            interpreterLanguage: request.interpreterLanguage ?? null,
            eligibilityConfirmedAt: request.eligibilityConfirmed === true ? now : null,
          },
          note: time.version.noteAllowed ? (request.note ?? null) : null,
          internalNote: null,
          lateEntry: false,
          wish: wishOf(request),
        },
        now,
      );
      for (const other of hidden) await this.tasks.open(tx, 'OVERLAPPING_TIME', other, clientId, now);
      return this.queries.view(tx, citizen, reservation.id, now);
    });
  }

  /** Gives the hidden reservations at the same time: they refuse nothing, an employee settles them. */
  private async refuseByRules(
    tx: Tx,
    clientId: string,
    { offered, version }: OfferedToBook,
    request: BookReservationRequest,
    now: Instant,
  ) {
    const overlapping = await this.reservations.overlapping(tx, clientId, offered.startsAt, offered.endsAt, null);
    const hidden = overlapping.filter((other) => other.citizenVisibility === 'HIDDEN');
    const verdict = mayCitizenBook(
      { ...version, needsEligibility: version.eligibilityStatement !== null },
      {
        startsAt: offered.startsAt,
        mode: request.mode,
        eligibilityConfirmed: request.eligibilityConfirmed === true,
        activeOfType: await this.reservations.countActive(tx, clientId, version.appointmentTypeId, now),
        overlapsOwn: overlapping.length > hidden.length,
      },
      now,
    );
    refuseUnless(verdict, {
      NOT_BOOKABLE_ONLINE,
      MODE_NOT_OFFERED,
      ELIGIBILITY_NOT_CONFIRMED,
      TOO_LATE_TO_BOOK,
      BEYOND_HORIZON,
      TOO_MANY_ACTIVE,
      OWN_OVERLAP,
    });
    return hidden;
  }
}
