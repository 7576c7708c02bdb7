import { Injectable } from '@nestjs/common';
import { ICalCalendarMethod, ICalEventBusyStatus, ICalEventClass, default as ical } from 'ical-generator';
import { Clock, Problem, type Language } from '../../../kernel/index.ts';
import { NOT_FOUND, type CitizenPrincipal } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import { concernedClientId } from '../../../platform/access/index.ts';
import { Transactions } from '../../../platform/database/index.ts';
import { CitizenReservationRepository } from '../citizen-reservation.repository.ts';
import { ReservationsInHand } from '../reservation-in-hand.ts';

// A shared family calendar shows this to everybody: neither service nor place nor person may be read from it (domain §3.7).
const titles = { fi: 'Varattu aika', sv: 'Bokad tid', en: 'Booked time' } as const satisfies Record<Language, string>;

/** One own reservation as an iCalendar file: when, and nothing else. */
@Injectable()
export class CalendarFile {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly inHand: ReservationsInHand,
    private readonly reservations: CitizenReservationRepository,
    private readonly audit: Audit,
  ) {}

  /** RFC 5545 text. @throws Problem NOT_FOUND for another's, a hidden or a cancelled reservation */
  async execute(citizen: CitizenPrincipal, id: string, language: Language): Promise<string> {
    return this.transactions.run(citizen, async (tx) => {
      const record = await this.reservations.find(tx, concernedClientId(citizen), id);
      if (record === null) await this.inHand.ofCitizen(tx, citizen, 'OwnReservationCalendarFile', id);
      if (record === null || record.row.status === 'CANCELLED') throw new Problem(NOT_FOUND);
      await this.audit.record(tx, citizen, {
        action: 'OwnReservationCalendarFile',
        what: 'export',
        objectType: 'reservation',
        objectIds: [id],
        clientIds: [concernedClientId(citizen)],
        purpose: 'OWN_MATTER',
      });
      const calendar = ical({
        prodId: { company: 'Vuoro', product: 'Vuoro', language: language.toUpperCase() },
        method: ICalCalendarMethod.PUBLISH,
      });
      calendar.createEvent({
        id: record.row.id,
        sequence: record.row.version,
        stamp: this.clock.now(),
        start: record.row.startsAt,
        end: record.row.endsAt,
        summary: titles[language],
        class: ICalEventClass.PRIVATE,
        busystatus: ICalEventBusyStatus.BUSY,
      });
      return calendar.toString();
    });
  }
}
