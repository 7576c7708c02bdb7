import { Injectable } from '@nestjs/common';
import { Clock, HELSINKI, localDateOf, Problem, type Instant } from '../../../kernel/index.ts';
import { Access, type EmployeePrincipal } from '../../../platform/access/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { ClientReach, Clients } from '../../clients/index.ts';
import { employeeActions } from '../reservation.actions.ts';
import { writtenNote } from '../internal-note/internal-note.ts';
import type { BookForClientRequest, ReservationView } from '../reservation.dto.ts';
import {
  CLIENT_DECEASED,
  INTERNAL_NOTE_NOT_YOURS,
  MODE_NOT_OFFERED,
  NOT_BOOKABLE_BY_YOU,
  TIME_IN_THE_PAST,
} from '../reservation.problems.ts';
import { ReservationQueries } from '../reservation-queries.ts';
import { HealHint } from './heal-hint.ts';
import { MakeReservation } from './make-reservation.ts';
import { OfferedToBookReader, type OfferedToBook } from './offered-to-book.ts';
import { isBookableBy, isOwn, mayWriteInternalNote } from './ways-to-book.ts';

/** An employee or the booking desk books an offered time for a client. The citizen's notice, horizon and limits do not bind them. */
@Injectable()
export class BookForClient {
  constructor(
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotent: IdempotentTransactions,
    private readonly clients: Clients,
    private readonly reach: ClientReach,
    private readonly reader: OfferedToBookReader,
    private readonly makeReservation: MakeReservation,
    private readonly queries: ReservationQueries,
    private readonly healHint: HealHint,
  ) {}

  /** @throws Problem FORBIDDEN, NOT_FOUND (also for a client whom the employee may not know of), NOT_BOOKABLE_BY_YOU, INTERNAL_NOTE_NOT_YOURS, MODE_NOT_OFFERED, TIME_IN_THE_PAST, CLIENT_DECEASED, TIME_NOT_OFFERED, TIME_TAKEN */
  execute(employee: EmployeePrincipal, key: string, request: BookForClientRequest): Promise<ReservationView> {
    return this.healHint.whenTaken(employee, request.offeredTimeId, this.book(employee, key, request));
  }

  private book(employee: EmployeePrincipal, key: string, request: BookForClientRequest): Promise<ReservationView> {
    return this.idempotent.run(employee, { key, operation: 'bookForClient', body: request }, async (tx) => {
      const now = this.clock.now();
      await this.clients.lock(tx, request.clientId);
      await this.reach.requireKnown(tx, employee, request.clientId);
      const time = await this.reader.readForEmployee(tx, employee, employeeActions.RESERVATION_CREATE, request.offeredTimeId, now);
      this.refuseUnlessBookable(employee, time, request, now);
      await this.refuseAfterDeath(tx, request.clientId, time.offered.startsAt, now);
      const reservation = await this.makeReservation.execute(
        tx,
        employee,
        {
          ...time,
          mode: request.mode,
          channel: isOwn(employee, time.offered) ? 'EMPLOYEE' : 'DESK',
          client: {
            clientId: request.clientId,
            booker: false,
            interpreterLanguage: request.interpreterLanguage ?? null,
            eligibilityConfirmedAt: null,
          },
          note: request.noteToClient ?? null,
          internalNote: this.internalNoteOf(employee, time, request),
          lateEntry: request.lateEntry === true,
        },
        now,
      );
      return this.queries.booked(tx, employee, reservation.id, now);
    });
  }

  /** What was before the death may still be recorded. */
  private async refuseAfterDeath(tx: Tx, clientId: string, startsAt: Instant, now: Instant): Promise<void> {
    const died = await this.clients.deceasedOn(tx, clientId);
    if (died !== null && (startsAt >= now || localDateOf(startsAt, HELSINKI) > died)) throw new Problem(CLIENT_DECEASED);
  }

  /** Refused rather than left out: whoever wrote it would believe that it is there. */
  private internalNoteOf(employee: EmployeePrincipal, time: OfferedToBook, request: BookForClientRequest): string | null {
    const note = writtenNote(request.internalNote ?? '');
    if (note !== null && !mayWriteInternalNote(this.access, employee, time.offered)) throw new Problem(INTERNAL_NOTE_NOT_YOURS);
    return note;
  }

  private refuseUnlessBookable(employee: EmployeePrincipal, time: OfferedToBook, request: BookForClientRequest, now: Instant): void {
    const { offered, version } = time;
    if (!version.modes.includes(request.mode)) throw new Problem(MODE_NOT_OFFERED);
    if (offered.startsAt < now && request.lateEntry !== true) throw new Problem(TIME_IN_THE_PAST);
    if (!isBookableBy(employee, time)) throw new Problem(NOT_BOOKABLE_BY_YOU);
  }
}
