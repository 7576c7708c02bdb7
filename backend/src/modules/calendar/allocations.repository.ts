import { Injectable } from '@nestjs/common';
import { newId, type Instant, type Interval } from '../../kernel/index.ts';
import { toDate, toInstant, type Tx } from '../../platform/database/index.ts';
import type { AllocationKind, BusySpan, Claim, TouchedSpan } from './calendar-types.ts';

/** The only writer of `allocation`, which alone says who or what is busy when. Spans are half-open and contain the buffers. */
@Injectable()
export class Allocations {
  /**
   * Claims every subject for the span. False when a rival has one of them: what was claimed then stands in the transaction, and the
   * caller rolls back to its savepoint or releases it. Waits only for an uncommitted rival of the same span.
   * Expired holds must have been dropped before.
   */
  async claim(tx: Tx, claim: Claim): Promise<boolean> {
    const subjects = [...new Set(claim.subjectIds)];
    const claimed: unknown[] = await tx.query(
      // In id order, so that rivals for the same subjects do not deadlock; DO NOTHING, so that a lost race is not an error.
      `INSERT INTO allocation (id, organisation_id, subject_id, starts_at, ends_at, kind, source_id, hold_expires_at)
       SELECT wanted.id, current_setting('app.organisation_id')::uuid, wanted.subject_id, $3, $4, $5, $6, $7
         FROM unnest($1::uuid[], $2::uuid[]) AS wanted (id, subject_id)
        ORDER BY wanted.subject_id
           ON CONFLICT DO NOTHING
       RETURNING subject_id`,
      [
        subjects.map(() => newId()),
        subjects,
        toDate(claim.span.start),
        toDate(claim.span.end),
        claim.kind,
        claim.sourceId,
        claim.holdExpiresAt === undefined ? null : toDate(claim.holdExpiresAt),
      ],
    );
    return claimed.length === subjects.length;
  }

  /**
   * Frees what the source had claimed. Whoever frees a span calls `lockSubjects` before and `OfferedTimes.reopen` after it, in the
   * same transaction. A hold leaves by `lockForExchange` and `OfferedTimes.clearHoldHint` instead.
   */
  async release(tx: Tx, sourceId: string, kinds: readonly AllocationKind[]): Promise<void> {
    await tx.query(`DELETE FROM allocation WHERE source_id = $1 AND kind = ANY ($2::text[])`, [sourceId, kinds]);
  }

  /** Frees what many sources had claimed, and says what became free. */
  async releaseAll(tx: Tx, sourceIds: readonly string[], kind: AllocationKind): Promise<TouchedSpan[]> {
    if (sourceIds.length === 0) return [];
    const [rows]: [{ source_id: string; subject_id: string; starts_at: Date; ends_at: Date }[], number] = await tx.query(
      `DELETE FROM allocation WHERE source_id = ANY ($1::uuid[]) AND kind = $2 RETURNING source_id, subject_id, starts_at, ends_at`,
      [sourceIds, kind],
    );
    const spans = new Map<string, { subjectIds: string[]; span: Interval }>();
    for (const row of rows) {
      const key = `${row.source_id} ${row.starts_at.getTime()}`;
      const freed = spans.get(key) ?? { subjectIds: [], span: { start: toInstant(row.starts_at), end: toInstant(row.ends_at) } };
      freed.subjectIds.push(row.subject_id);
      spans.set(key, freed);
    }
    return [...spans.values()];
  }

  /** Gives a hold more time. False when it is gone. */
  async extendHold(tx: Tx, sourceId: string, expiresAt: Instant): Promise<boolean> {
    const [, count]: [unknown, number] = await tx.query(
      `UPDATE allocation SET hold_expires_at = $2 WHERE source_id = $1 AND kind = 'HOLD'`,
      [sourceId, toDate(expiresAt)],
    );
    return count > 0;
  }

  /**
   * For whoever also deletes allocations (move, cancel, transfer, absence): two moves that swap their times would otherwise deadlock.
   * Of all old and new subjects, before anything else; those who only claim wait as well (`shareSubjects`).
   * A room stands for all rooms of its office, since a freed one makes times of the whole office possible again: two who free different
   * rooms would reopen, and wait for, each other's times. A move names the office it moves to for the same reason.
   */
  async lockSubjects(tx: Tx, subjectIds: readonly string[], officesWithRooms: readonly string[] = []): Promise<void> {
    await tx.query(
      `SELECT id FROM bookable_subject
        WHERE id = ANY (ARRAY(
          SELECT unnest($1::uuid[])
           UNION
          SELECT room.id FROM room WHERE room.unit_id = ANY ($2::uuid[]) OR room.unit_id IN (SELECT own.unit_id FROM room own WHERE own.id = ANY ($1::uuid[]))))
        ORDER BY id FOR NO KEY UPDATE`,
      [subjectIds, officesWithRooms],
    );
  }

  /**
   * For whoever only claims: everybody whom the claim names, before anything else. Claims do not hinder each other by it, but none begins
   * in the middle of a change that deletes and then claims; without it the one could hold what the other waits for.
   */
  async shareSubjects(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.query(`SELECT id FROM bookable_subject WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE`, [subjectIds]);
  }

  /**
   * For whoever gives a hold back and claims in the same transaction: everybody of the hold and everybody whom the claim names. Unlike
   * `lockSubjects` without the other rooms of the office, since whoever gives a hold back reopens nothing and waits for no offered time.
   */
  async lockForExchange(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.query(`SELECT id FROM bookable_subject WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`, [subjectIds]);
  }

  /** Lets an absence of these people that is being written finish before its rows are read; a no-op after `lockSubjects`. */
  async awaitAbsences(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await tx.query(`SELECT id FROM bookable_subject WHERE id = ANY ($1::uuid[]) AND kind = 'EMPLOYEE' ORDER BY id FOR SHARE`, [subjectIds]);
  }

  /** Deletes holds that nobody renewed in time; before every claim, whoever makes it. */
  async dropExpiredHolds(tx: Tx, subjectIds: readonly string[], span: Interval, now: Instant): Promise<void> {
    await tx.query(
      // Locked in the order of the claims, so that two who drop the same holds do not deadlock.
      `DELETE FROM allocation WHERE id = ANY (ARRAY(
         SELECT id FROM allocation
          WHERE subject_id = ANY ($1::uuid[]) AND kind = 'HOLD' AND hold_expires_at <= $4
            AND starts_at < $3 AND starts_at > $2::timestamptz - interval '25 hours' AND ends_at > $2
          ORDER BY subject_id, starts_at FOR UPDATE))`,
      [subjectIds, toDate(span.start), toDate(span.end), toDate(now)],
    );
  }

  /** Deletes every hold that reaches into the span, live ones too: an absence goes before a form that is being filled in. */
  async dropHolds(tx: Tx, subjectIds: readonly string[], span: Interval): Promise<void> {
    await tx.query(
      `DELETE FROM allocation WHERE id = ANY (ARRAY(
         SELECT id FROM allocation
          WHERE subject_id = ANY ($1::uuid[]) AND kind = 'HOLD'
            AND starts_at < $3 AND starts_at > $2::timestamptz - interval '25 hours' AND ends_at > $2
          ORDER BY subject_id, starts_at FOR UPDATE))`,
      [subjectIds, toDate(span.start), toDate(span.end)],
    );
  }

  /**
   * What keeps the subjects busy between the instants, in order of time; a subject without entries has an empty list.
   * Expired holds are in it until somebody drops them.
   */
  async busy(tx: Tx, subjectIds: readonly string[], from: Instant, to: Instant): Promise<Map<string, BusySpan[]>> {
    const rows: AllocationRow[] = await tx.query(
      `SELECT subject_id, starts_at, ends_at, kind, source_id, blocking
         FROM allocation
        WHERE subject_id = ANY ($1::uuid[])
          AND starts_at < $3 AND starts_at > $2::timestamptz - interval '25 hours' AND ends_at > $2
        ORDER BY subject_id, starts_at`,
      [subjectIds, toDate(from), toDate(to)],
    );
    const busy = new Map<string, BusySpan[]>(subjectIds.map((id) => [id, []]));
    for (const row of rows) busy.get(row.subject_id)?.push(busySpanOf(row));
    return busy;
  }

  /**
   * Pairs of blocking allocations of one subject that overlap; always none while the exclusion constraint stands. A nightly
   * self-check over everything, so it may take longer than a request may.
   */
  async findOverlaps(tx: Tx): Promise<readonly { subjectId: string; allocationId: string }[]> {
    await tx.query(`SELECT set_config('statement_timeout', '300000', true)`);
    const rows: { subject_id: string; id: string }[] = await tx.query(
      `SELECT subject_id, id
         FROM (SELECT subject_id, id, starts_at,
                      max(ends_at) OVER (PARTITION BY subject_id ORDER BY starts_at, id
                                         ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS busy_until
                 FROM allocation WHERE blocking) AS in_order
        WHERE starts_at < busy_until`,
    );
    return rows.map((row) => ({ subjectId: row.subject_id, allocationId: row.id }));
  }
}

interface AllocationRow {
  readonly subject_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly kind: AllocationKind;
  readonly source_id: string;
  readonly blocking: boolean;
}

function busySpanOf(row: AllocationRow): BusySpan {
  return {
    start: toInstant(row.starts_at),
    end: toInstant(row.ends_at),
    kind: row.kind,
    sourceId: row.source_id,
    blocking: row.blocking,
  };
}
