import { Injectable } from '@nestjs/common';
import { gaps, intersect, interval, merge, type Interval } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { AbsencesRepository } from './absences.repository.ts';
import { Allocations } from './allocations.repository.ts';
import type { TouchedSpan } from './calendar-types.ts';

const longestPieceHours = 24;
const mostAttempts = 20;

/**
 * An absence keeps busy whatever nothing else does: no blocking row can lie over another, so it claims the gaps between the entries
 * that are there, and takes what becomes free later.
 */
@Injectable()
export class AbsenceCover {
  constructor(
    private readonly allocations: Allocations,
    private readonly absences: AbsencesRepository,
  ) {}

  /** Claims every gap in the span. Rivals who book meanwhile are waited for, and their times left out. */
  async claimGaps(tx: Tx, employeeId: string, absenceId: string, span: Interval): Promise<void> {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const busy = await this.allocations.busy(tx, [employeeId], span.start, span.end);
      const blocking = (busy.get(employeeId) ?? []).filter((entry) => entry.blocking);
      const pieces = gaps(span, merge(blocking)).flatMap(piecesOf);
      if (pieces.length === 0) return;
      const claimed = await this.absences.claimPieces(tx, employeeId, absenceId, pieces);
      // Fewer rows than gaps: somebody was faster in one of them. Now the row is there to be seen.
      if (claimed === pieces.length) return;
    }
    throw new Error(`The gaps of absence ${absenceId} changed ${mostAttempts} times while they were being claimed.`);
  }

  /** Gives a freed span to the absences that cover it. */
  async takeFreed(tx: Tx, freed: TouchedSpan): Promise<void> {
    // Without it, an absence and a cancellation at the same moment would not see each other, and the freed span would stay open.
    await this.allocations.awaitAbsences(tx, freed.subjectIds);
    for (const absence of await this.absences.covering(tx, freed.subjectIds, freed.span)) {
      const shared = intersect(freed.span, absence.span);
      if (shared !== null) await this.claimGaps(tx, absence.employeeId, absence.id, shared);
    }
  }
}

/** A span in pieces that are short enough for an allocation, whose look-back is bounded. */
export function piecesOf(span: Interval): Interval[] {
  const pieces: Interval[] = [];
  for (let start = span.start; start < span.end;) {
    const day = start.plus({ hours: longestPieceHours });
    const end = day < span.end ? day : span.end;
    pieces.push(interval(start, end));
    start = end;
  }
  return pieces;
}
