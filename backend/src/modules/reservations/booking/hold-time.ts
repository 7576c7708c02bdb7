import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem, refuseUnless, type Instant } from '../../../kernel/index.ts';
import { concernedClientId, type CitizenPrincipal } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { LivePublisher } from '../../../platform/live/index.ts';
import type { Mode } from '../../appointment-types/index.ts';
import { OfferedTimes } from '../../calendar/index.ts';
import type { HoldTimeRequest, HoldView } from '../hold.dto.ts';
import { HoldQueries } from '../hold-queries.ts';
import { BEYOND_HORIZON, MODE_NOT_OFFERED, NOT_BOOKABLE_ONLINE, TIME_TAKEN, TOO_LATE_TO_BOOK } from '../reservation.problems.ts';
import { mayCitizenHold } from '../reservation-rules.ts';
import { ClaimTime } from './claim-time.ts';
import { HealHint } from './heal-hint.ts';
import { HoldsRepository, type Hold } from './holds.repository.ts';
import { OfferedToBookReader, type OfferedToBook } from './offered-to-book.ts';
import { ReleaseOwnHold } from './release-own-hold.ts';

/** How long a time is kept while the form is filled in. */
export const holdMinutes = 10;

/** Keeps a time for the session for ten minutes. A session has one hold: a new one takes the place of the old. */
@Injectable()
export class HoldTime {
  constructor(
    private readonly clock: Clock,
    private readonly idempotent: IdempotentTransactions,
    private readonly reader: OfferedToBookReader,
    private readonly claimTime: ClaimTime,
    private readonly holds: HoldsRepository,
    private readonly releaseOwnHold: ReleaseOwnHold,
    private readonly offeredTimes: OfferedTimes,
    private readonly live: LivePublisher,
    private readonly audit: Audit,
    private readonly healHint: HealHint,
    private readonly queries: HoldQueries,
  ) {}

  /** @throws Problem TIME_TAKEN with the three nearest alternatives, TIME_NOT_OFFERED, NOT_FOUND, and the rules of notice, horizon and mode */
  execute(citizen: CitizenPrincipal, key: string, request: HoldTimeRequest): Promise<HoldView> {
    return this.healHint.whenTaken(citizen, request.offeredTimeId, this.hold(citizen, key, request));
  }

  private hold(citizen: CitizenPrincipal, key: string, request: HoldTimeRequest): Promise<HoldView> {
    return this.idempotent.run(citizen, { key, operation: 'holdTime', body: request }, async (tx) => {
      const now = this.clock.now();
      const time = await this.reader.readForCitizen(tx, request.offeredTimeId, now);
      refuseUnless(mayCitizenHold(time.version, { startsAt: time.offered.startsAt, mode: request.mode }, now), {
        NOT_BOOKABLE_ONLINE,
        MODE_NOT_OFFERED,
        TOO_LATE_TO_BOOK,
        BEYOND_HORIZON,
      });
      await this.releaseOwnHold.execute(tx, citizen, time);
      const hold = newHold(citizen, time, request.mode, now);
      await this.claim(tx, time, hold, now);
      await this.audit.record(tx, citizen, {
        action: 'TimeHold',
        what: 'create',
        objectType: 'hold',
        objectIds: [hold.id],
        clientIds: [concernedClientId(citizen)],
        serviceTaskId: time.version.serviceTaskId,
        purpose: 'OWN_MATTER',
      });
      return this.queries.viewOf(tx, hold);
    });
  }

  private async claim(tx: Tx, time: OfferedToBook, hold: Hold, now: Instant): Promise<void> {
    if (time.offered.state !== 'OPEN') throw await this.claimTime.takenProblem(tx, time.offered, 'CITIZEN', now);
    const claimed = await this.claimTime.execute(
      tx,
      { ...time, mode: hold.mode, kind: 'HOLD', seeker: 'CITIZEN', sourceId: hold.id, holdExpiresAt: hold.expiresAt },
      now,
    );
    // Two tabs of one session at once: the second one's time goes on being free.
    if (!(await this.holds.insert(tx, hold, now))) throw new Problem(TIME_TAKEN);
    const subjectIds = claimed.subjects.map((subject) => subject.subjectId);
    await this.offeredTimes.holdHint(tx, { subjectIds, span: claimed.span, until: hold.expiresAt });
    for (const subjectId of subjectIds) await this.live.publish(tx, subjectId);
  }
}

function newHold(citizen: CitizenPrincipal, { offered, version }: OfferedToBook, mode: Mode, now: Instant): Hold {
  return {
    id: newId(),
    organisationId: citizen.organisationId,
    sessionId: citizen.sessionId,
    clientId: concernedClientId(citizen),
    offeredTimeId: offered.id,
    appointmentTypeVersionId: version.id,
    mode,
    startsAt: offered.startsAt,
    endsAt: offered.endsAt,
    expiresAt: now.plus({ minutes: holdMinutes }),
    extended: false,
  };
}
