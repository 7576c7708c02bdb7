import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem } from '../../kernel/index.ts';
import { NOT_FOUND } from '../access/access.problems.ts';
import type { Principal } from '../access/index.ts';
import { afterRollback, toDate, type Tx } from '../database/index.ts';
import { RequestContext } from '../http/request-context.ts';
import { actorOf } from './audit-actor.ts';
import type { AuditEntry } from './audit-entry.ts';

/** The usage log of client data: who, for whom, what, which ids, why. Rows can be added and read, never changed. */
@Injectable()
export class Audit {
  private readonly byRequest = new WeakSet<RequestContext>();
  private readonly byTransaction = new WeakMap<Tx, AuditEntry[]>();
  private readonly refusedByTransaction = new WeakMap<Tx, AuditEntry[]>();

  constructor(private readonly clock: Clock) {}

  /** Adds a row in the transaction of the read or change itself: without the row there is no change and no answer. */
  async record(tx: Tx, principal: Principal, entry: AuditEntry): Promise<void> {
    const actor = actorOf(principal);
    const request = RequestContext.current();
    await tx.query(
      `INSERT INTO audit_event (id, organisation_id, at, actor_kind, actor_id, actor_name, actor_roles, actor_unit_id, on_behalf_of_client_id, action, what,
                                object_type, object_ids, client_ids, service_task_id, purpose, reason, session_id, request_id, ip_hash, result, details)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
      [
        newId(),
        principal.organisationId,
        toDate(this.clock.now()),
        actor.kind,
        actor.id,
        actor.name,
        actor.roles,
        entry.unitId ?? actor.unitId,
        actor.onBehalfOfClientId,
        entry.action,
        entry.what,
        entry.objectType,
        entry.objectIds,
        [...new Set(entry.clientIds)],
        entry.serviceTaskId ?? null,
        entry.purpose,
        entry.reason ?? null,
        actor.sessionId,
        request?.requestId ?? null,
        request?.ipHash || null,
        entry.result ?? (entry.what === 'denied' ? 'DENIED' : 'OK'),
        JSON.stringify(entry.details ?? {}),
      ],
    );
    if (request !== null) this.byRequest.add(request);
    this.byTransaction.set(tx, [...this.recordedIn(tx), entry]);
  }

  /**
   * As `record`, for what a refusal must not undo: a try at somebody else's data, a hit that the refusal itself tells of. Written once the
   * transaction is undone, and not at all when it is committed after all.
   */
  recordRefused(tx: Tx, principal: Principal, entry: AuditEntry): void {
    this.refusedByTransaction.set(tx, [...this.refusedIn(tx), entry]);
    afterRollback(tx, (later) => this.record(later, principal, entry));
  }

  /** NOT_FOUND, to be thrown: whoever may not know of something is answered as if it were not there, and the try stays in the usage log. */
  denied(tx: Tx, principal: Principal, tried: Omit<AuditEntry, 'what'>): Problem {
    this.recordRefused(tx, principal, { ...tried, what: 'denied' });
    return new Problem(NOT_FOUND);
  }

  /** What stays of this transaction when it is refused. */
  refusedIn(tx: Tx): readonly AuditEntry[] {
    return this.refusedByTransaction.get(tx) ?? [];
  }

  /** What this transaction has recorded so far. */
  recordedIn(tx: Tx): readonly AuditEntry[] {
    return this.byTransaction.get(tx) ?? [];
  }

  /** Whether anything was recorded while the request was answered. */
  hasRecorded(request: RequestContext): boolean {
    return this.byRequest.has(request);
  }
}
