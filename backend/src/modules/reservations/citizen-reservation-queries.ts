import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, isId, Problem, type Instant } from '../../kernel/index.ts';
import { concernedClientId, NOT_FOUND, type CitizenPrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { FieldCipher } from '../../platform/crypto/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { CURSOR_INVALID, decodeCursor, isInstant, pageOf } from '../../platform/http/index.ts';
import { AppointmentTypes, guidanceView } from '../appointment-types/index.ts';
import { officeView, OrganisationReads } from '../organisation/index.ts';
import { CitizenReservationRepository, type CitizenReservationRecord } from './citizen-reservation.repository.ts';
import { citizenReservationView } from './citizen-reservation-view.ts';
import { ReservationsInHand } from './reservation-in-hand.ts';
import type { CitizenReservationPageView, CitizenReservationsQuery, CitizenReservationView } from './citizen-reservation.dto.ts';

/** The client's own reservations, as much of each as its visibility shows. */
@Injectable()
export class CitizenReservationQueries {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly inHand: ReservationsInHand,
    private readonly reservations: CitizenReservationRepository,
    private readonly organisation: OrganisationReads,
    private readonly types: AppointmentTypes,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  list(citizen: CitizenPrincipal, query: CitizenReservationsQuery): Promise<CitizenReservationPageView> {
    return this.transactions.run(citizen, async (tx) => {
      const now = this.clock.now();
      const clientId = concernedClientId(citizen);
      const cursor = query.cursor === undefined ? null : cursorOf(query.cursor);
      const records = await this.reservations[query.when](tx, clientId, now, cursor, query.limit + 1);
      const page = pageOf(
        records,
        query.limit,
        ({ row }) => [formatInstant(row.startsAt), row.id],
        (record) => record,
      );
      const items = await this.toViews(tx, page.items, now);
      await this.record(
        tx,
        citizen,
        'list',
        items.map((item) => item.id),
      );
      return { items, nextCursor: page.nextCursor };
    });
  }

  /** @throws Problem NOT_FOUND for another's or a hidden reservation */
  read(citizen: CitizenPrincipal, id: string): Promise<CitizenReservationView> {
    return this.transactions.run(citizen, async (tx) => {
      const view = await this.view(tx, citizen, id, this.clock.now());
      await this.record(tx, citizen, 'view', [id]);
      return view;
    });
  }

  /** Within a change's own transaction, whose log row covers it. @throws Problem NOT_FOUND */
  async view(tx: Tx, citizen: CitizenPrincipal, id: string, now: Instant): Promise<CitizenReservationView> {
    const record = await this.reservations.find(tx, concernedClientId(citizen), id);
    // Refuses, and leaves the try in the usage log when there is such a reservation.
    if (record === null) await this.inHand.ofCitizen(tx, citizen, 'OwnReservationRead', id);
    const [view] = record === null ? [] : await this.toViews(tx, [record], now);
    if (view === undefined) throw new Problem(NOT_FOUND);
    return view;
  }

  private async toViews(tx: Tx, records: readonly CitizenReservationRecord[], now: Instant): Promise<CitizenReservationView[]> {
    const offices = await this.organisation.units(tx, [...new Set(records.map(({ row }) => row.unitId))]);
    const guidance = await this.types.guidanceOf(
      tx,
      records.map(({ row }) => row),
    );
    return records.map((record) => {
      const office = offices.find((unit) => unit.id === record.row.unitId);
      const texts = guidance.get(record.row.appointmentTypeId);
      return citizenReservationView(
        record,
        {
          office: office === undefined ? null : officeView(office),
          guidance: texts === undefined ? null : guidanceView(texts),
          noteToClient: this.noteOf(record),
        },
        now,
      );
    });
  }

  private noteOf({ row, noteToClientEncrypted }: CitizenReservationRecord): string | null {
    if (noteToClientEncrypted === null) return null;
    return this.cipher.decrypt(noteToClientEncrypted, { table: 'reservation', column: 'note_to_client_encrypted', rowId: row.id });
  }

  private async record(tx: Tx, citizen: CitizenPrincipal, what: 'list' | 'view', ids: readonly string[]): Promise<void> {
    await this.audit.record(tx, citizen, {
      action: what === 'list' ? 'OwnReservationsList' : 'OwnReservationRead',
      what,
      objectType: 'reservation',
      objectIds: ids,
      clientIds: [concernedClientId(citizen)],
      purpose: 'OWN_MATTER',
    });
  }
}

/** @throws Problem CURSOR_INVALID */
function cursorOf(text: string): readonly [string, string] {
  const [startsAt, id] = decodeCursor(text, 2);
  if (!isInstant(startsAt) || !isId(id)) throw new Problem(CURSOR_INVALID);
  return [startsAt, id];
}
