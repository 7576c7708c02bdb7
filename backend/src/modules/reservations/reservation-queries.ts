import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, Problem, type Instant } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type EmployeePrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { FieldCipher } from '../../platform/crypto/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { ClientCards } from '../clients/index.ts';
import { localizedTextView } from '../organisation/index.ts';
import { internalNotePlace } from './internal-note/internal-note.ts';
import { mayMarkAttendance, type AttendanceCommand } from './attendance/attendance-rules.ts';
import { messagesOf } from './messages-of.ts';
import { hidesPlace, withoutPlace } from './protected-place.ts';
import { employeeActions } from './reservation.actions.ts';
import { ReservationDetailRepository, type ReservationDetail } from './reservation-detail.repository.ts';
import { reservationCommands, type ReservationCommand, type ReservationEventView, type ReservationView } from './reservation.dto.ts';
import { objectOf, ReservationsInHand, type ReservationInHand } from './reservation-in-hand.ts';
import { purposeOf } from './reservation-record.ts';
import { cancelUntil, moveUntil } from './reservation-rules.ts';
import { statusAfter } from './reservation-status.ts';

/** One reservation as an employee sees it in the drawer. */
@Injectable()
export class ReservationQueries {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly inHand: ReservationsInHand,
    private readonly details: ReservationDetailRepository,
    private readonly cards: ClientCards,
    private readonly access: Access,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
  ) {}

  /** @throws Problem FORBIDDEN, NOT_FOUND outside the employee's reach */
  read(employee: EmployeePrincipal, id: string): Promise<ReservationView> {
    return this.transactions.run(employee, async (tx) => {
      const found = await this.inHand.ofEmployee(tx, employee, employeeActions.RESERVATION_READ, id);
      await this.audit.record(tx, employee, {
        action: 'ReservationRead',
        what: 'view',
        objectType: 'reservation',
        objectIds: [id],
        clientIds: found.clients.map((client) => client.clientId),
        serviceTaskId: found.row.serviceTaskId,
        purpose: purposeOf(employee, found.row),
      });
      return this.toView(tx, employee, found, this.clock.now(), 'AFTERWARDS');
    });
  }

  /** Within a change's own transaction, whose log row covers it: the one who made the change sees its result. @throws Problem NOT_FOUND */
  async view(tx: Tx, employee: EmployeePrincipal, id: string, now: Instant): Promise<ReservationView> {
    return this.toView(tx, employee, await this.inHand.read(tx, id), now, 'AFTERWARDS');
  }

  /** As `view`, for the one who has just booked it and tells the client where to come. @throws Problem NOT_FOUND */
  async booked(tx: Tx, employee: EmployeePrincipal, id: string, now: Instant): Promise<ReservationView> {
    return this.toView(tx, employee, await this.inHand.read(tx, id), now, 'BOOKING');
  }

  /**
   * What the employee may see of it. Whoever may cancel or mark a colleague's reservation need not be one who may know its client
   * (access model P2 is narrower than P3 and P15), so an answer to a change shows no more than their calendar does: the type, without client, note, history and reason.
   */
  private async toView(
    tx: Tx,
    employee: EmployeePrincipal,
    found: ReservationInHand,
    now: Instant,
    stage: 'BOOKING' | 'AFTERWARDS',
  ): Promise<ReservationView> {
    const { row } = found;
    const detail = await this.details.read(tx, row.id);
    if (detail === null) throw new Problem(NOT_FOUND);
    const mayKnowClients = this.access.allows(employee, employeeActions.RESERVATION_READ, objectOf(found));
    const mayKnowInternalNote = this.access.allows(employee, employeeActions.RESERVATION_INTERNAL_NOTE, objectOf(found));
    const cards = await this.cards.of(
      tx,
      employee,
      detail.clients.map((client) => client.id),
    );
    const areClientsDeceased = cards.size > 0 && [...cards.values()].every(({ deceased }) => deceased);
    const isOneOfItsEmployees = objectOf(found).employeeIds.includes(employee.employeeId);
    // Of everybody where the client stays unknown: hidden of protected persons alone, the missing place would point them out.
    const isPlaceHidden =
      (!mayKnowClients && stage === 'AFTERWARDS') || hidesPlace({ isOneOfItsEmployees, isBookingIt: stage === 'BOOKING' }, cards.values());
    return {
      id: row.id,
      version: row.version,
      status: row.status,
      startsAt: formatInstant(row.startsAt),
      endsAt: formatInstant(row.endsAt),
      mode: row.mode,
      channel: row.channel,
      appointmentType: {
        id: row.appointmentTypeId,
        code: detail.typeCode,
        name: localizedTextView(detail.typeName),
        versionNo: detail.typeVersionNo,
      },
      unit: isPlaceHidden ? null : { id: row.unitId, name: localizedTextView(detail.unitName) },
      employees: [...detail.employees],
      room: detail.room === null || isPlaceHidden ? null : { id: detail.room.id, name: localizedTextView(detail.room.name) },
      clients: detail.clients.flatMap(({ id, notify, interpreterLanguage }) => {
        const card = cards.get(id);
        if (card === undefined || !mayKnowClients) return [];
        return [{ ...card, id, notify, interpreterLanguage, toldBy: notify && messagesOf(row) === 'ON' ? [...card.toldBy] : [] }];
      }),
      noteToClient: mayKnowClients ? this.noteOf(row.id, detail) : null,
      internalNote: mayKnowInternalNote ? this.internalNoteOf(row.id, detail) : null,
      mayChangeInternalNote: mayKnowInternalNote,
      rule: {
        mayMove: row.rule.mayMove,
        mayCancel: row.rule.mayCancel,
        moveUntil: formatInstant(moveUntil(row.startsAt, row.rule)),
        cancelUntil: formatInstant(cancelUntil(row.startsAt, row.rule)),
      },
      history: mayKnowClients ? detail.history.map((event) => eventView(event, isPlaceHidden)) : [],
      cancelReason: mayKnowClients ? row.cancelReason : null,
      actions: reservationCommands.filter((command) => this.mayDo(employee, found, { ...detail, areClientsDeceased }, command, now)),
      mayMoveToOthers: this.access.allows(employee, employeeActions.RESERVATION_MOVE, { unitId: row.unitId, serviceId: row.serviceId }),
    };
  }

  private noteOf(id: string, { noteToClientEncrypted }: ReservationDetail): string | null {
    if (noteToClientEncrypted === null) return null;
    return this.cipher.decrypt(noteToClientEncrypted, { table: 'reservation', column: 'note_to_client_encrypted', rowId: id });
  }

  private internalNoteOf(id: string, { internalNoteEncrypted }: ReservationDetail): string | null {
    return internalNoteEncrypted === null ? null : this.cipher.decrypt(internalNoteEncrypted, internalNotePlace(id));
  }

  /** So that the screen offers no button that would be refused. */
  private mayDo(
    employee: EmployeePrincipal,
    found: ReservationInHand,
    detail: Pick<ReservationDetail, 'unitTimeZone'> & { readonly areClientsDeceased: boolean },
    command: ReservationCommand,
    now: Instant,
  ): boolean {
    const { row } = found;
    if (statusAfter(row.status, command) === null) return false;
    if (command === 'move' && detail.areClientsDeceased) return false;
    const attendance = attendanceCommand(command);
    if (attendance !== null && !mayMarkAttendance(attendance, row, detail.unitTimeZone, now).allowed) return false;
    return this.access.allows(employee, actionFor(command), objectOf(found));
  }
}

function eventView(event: ReservationDetail['history'][number], isPlaceHidden: boolean): ReservationEventView {
  return { ...event, at: formatInstant(event.at), details: isPlaceHidden ? withoutPlace(event.details) : event.details };
}

function attendanceCommand(command: ReservationCommand): AttendanceCommand | null {
  return command === 'move' || command === 'cancel' ? null : command;
}

function actionFor(command: ReservationCommand): string {
  switch (command) {
    case 'move':
      return employeeActions.RESERVATION_MOVE;
    case 'cancel':
      return employeeActions.RESERVATION_CANCEL;
    case 'check-in':
    case 'start':
    case 'fulfil':
    case 'no-show':
    case 'correct-attendance':
      return employeeActions.RESERVATION_ATTENDANCE;
  }
}
