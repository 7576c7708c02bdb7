import { Injectable } from '@nestjs/common';
import type { Instant } from '../../kernel/index.ts';
import type { Principal } from '../../platform/access/index.ts';
import { Audit, type AuditEntry } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { LivePublisher } from '../../platform/live/index.ts';
import { Outbox, type OutboxEvent } from '../../platform/outbox/index.ts';
import type { ReservationRow } from './reservation-row.ts';
import { ReservationsRepository, type Actor, type HistoryEntry } from './reservations.repository.ts';

export interface Change {
  readonly reservation: ReservationRow;
  readonly clientIds: readonly string[];
  /** Old and new subjects: their open calendars re-read. */
  readonly subjectIds: readonly string[];
  readonly history: Omit<HistoryEntry, 'at' | 'actor'>;
  readonly audit: Pick<AuditEntry, 'action' | 'what'> & { readonly reason?: string };
  readonly event: OutboxEvent;
}

/** Who acts, as the history remembers it. A citizen's name is not repeated there: the client row has it. */
export function actorOf(principal: Principal): Actor {
  switch (principal.kind) {
    case 'CITIZEN':
      return { kind: 'CITIZEN', id: principal.clientId, name: null };
    case 'EMPLOYEE':
      return { kind: 'EMPLOYEE', id: principal.employeeId, name: principal.name };
    case 'SYSTEM':
      return { kind: 'SYSTEM', id: null, name: principal.name };
  }
}

/** What every change of a reservation leaves behind, in its own transaction: history, log, event, and a sign to open calendars. */
@Injectable()
export class ReservationRecord {
  constructor(
    private readonly reservations: ReservationsRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly live: LivePublisher,
  ) {}

  async write(tx: Tx, principal: Principal, change: Change, now: Instant): Promise<void> {
    const { reservation } = change;
    await this.reservations.addHistory(tx, reservation, { ...change.history, at: now, actor: actorOf(principal) });
    await this.audit.record(tx, principal, {
      ...change.audit,
      objectType: 'reservation',
      objectIds: [reservation.id],
      clientIds: change.clientIds,
      serviceTaskId: reservation.serviceTaskId,
      purpose: purposeOf(principal, reservation),
    });
    await this.outbox.add(tx, change.event);
    for (const subjectId of new Set(change.subjectIds)) await this.live.publish(tx, subjectId);
  }
}

export function purposeOf(principal: Principal, reservation: Pick<ReservationRow, 'employeeId'>): AuditEntry['purpose'] {
  switch (principal.kind) {
    case 'CITIZEN':
      return 'OWN_MATTER';
    case 'EMPLOYEE':
      return principal.employeeId === reservation.employeeId ? 'ASSIGNED' : 'UNIT_DUTY';
    case 'SYSTEM':
      return 'SYSTEM';
  }
}
