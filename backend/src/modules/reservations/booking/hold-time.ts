import { Injectable } from '@nestjs/common';
import { Clock, newId, refuseUnless, type Instant } from '../../../kernel/index.ts';
import { concernedClientId, type CitizenPrincipal } from '../../../platform/access/index.ts';
import { Audit } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { IdempotentTransactions } from '../../../platform/http/index.ts';
import { LivePublisher } from '../../../platform/live/index.ts';
import { mayWish, wishOf, type EmployeeWish, type Mode } from '../../appointment-types/index.ts';
import { EMPLOYEE_NOT_TO_CHOOSE, type Search } from '../../availability/index.ts';
import { OfferedTimes } from '../../calendar/index.ts';
import type { HoldTimeRequest, HoldView } from '../hold.dto.ts';
import { HoldQueries } from '../hold-queries.ts';
import { BEYOND_HORIZON, MODE_NOT_OFFERED, NOT_BOOKABLE_ONLINE, TOO_LATE_TO_BOOK } from '../reservation.problems.ts';
import { mayCitizenHold } from '../reservation-rules.ts';
import { ClaimTime, type ClaimedTime } from './claim-time.ts';
import { HealHint } from './heal-hint.ts';
import { HoldsRepository, type Hold } from './holds.repository.ts';
import { OfferedToBookReader, type OfferedToBook } from './offered-to-book.ts';
import { HoldQuota } from './hold-quota.ts';
import { ReleaseOwnHold } from './release-own-hold.ts';

/** How long a time is kept while the form is filled in. */
export const holdMinutes = 10;

/**
 * Keeps a time for the session for ten minutes. A client has one hold, in whatever browser: a new one takes the place of the old. When somebody was quicker,
 * a colleague's time at the same moment does as well, since citizens are shown moments and not people; where the person or the language
 * was chosen, only one of whom the wish is true.
 */
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
    private readonly quota: HoldQuota,
  ) {}

  /** @throws Problem TIME_TAKEN with the three nearest alternatives when nobody is free at that moment, TIME_NOT_OFFERED, NOT_FOUND, HELD_TOO_OFTEN, EMPLOYEE_NOT_TO_CHOOSE, and the rules of notice, horizon and mode */
  execute(citizen: CitizenPrincipal, key: string, request: HoldTimeRequest): Promise<HoldView> {
    return this.healHint.whenTaken(citizen, request.offeredTimeId, this.hold(citizen, key, request));
  }

  private hold(citizen: CitizenPrincipal, key: string, request: HoldTimeRequest): Promise<HoldView> {
    return this.idempotent.run(citizen, { key, operation: 'holdTime', body: request, perSession: true }, async (tx) => {
      const now = this.clock.now();
      const time = await this.reader.readForCitizen(tx, request.offeredTimeId, now);
      refuseUnless(mayCitizenHold(time.version, { startsAt: time.offered.startsAt, mode: request.mode }, now), {
        NOT_BOOKABLE_ONLINE,
        MODE_NOT_OFFERED,
        TOO_LATE_TO_BOOK,
        BEYOND_HORIZON,
      });
      const wish = wishOf(request);
      refuseUnless(mayWish(time.version, wish), { NOT_TO_CHOOSE: EMPLOYEE_NOT_TO_CHOOSE });
      const wanted: Wanted = { citizen, time, mode: request.mode, wish, now };
      const own = await this.releaseOwnHold.find(tx, citizen);
      if (!goesOn(own?.hold ?? null, time, now)) await this.quota.use(tx, citizen, time);
      const hold = own === null ? await this.holdWithoutEarlier(tx, wanted) : await this.holdInstead(tx, wanted);
      if (hold === null) throw await this.claimTime.takenProblem(tx, time.offered, searchOf(wish), now);
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

  /** Nearly always the wanted time can be had: colleagues are looked for, and locked, only when it is lost. */
  private async holdWithoutEarlier(tx: Tx, wanted: Wanted): Promise<Hold | null> {
    await tx.query('SAVEPOINT wanted_time');
    const hold = await this.claimFirst(tx, [wanted.time], wanted, null);
    if (hold !== null) return hold;
    // Gives the lock on the lost time's people back: locks are taken all at once, or two of us could each wait for the other's.
    await tx.query('ROLLBACK TO SAVEPOINT wanted_time');
    return this.claimFirst(tx, await this.reader.equalTo(tx, wanted.time, wanted.now, wanted.wish), wanted, null);
  }

  /** In place of the client's earlier hold, whose people are locked together with all who may come instead. */
  private async holdInstead(tx: Tx, wanted: Wanted): Promise<Hold | null> {
    const times = [wanted.time, ...(await this.reader.equalTo(tx, wanted.time, wanted.now, wanted.wish))];
    const earlier = await this.releaseOwnHold.execute(tx, wanted.citizen, ...times);
    return this.claimFirst(tx, times, wanted, earlier);
  }

  /** Gives the hold of the first time that can be had; null: all are taken. */
  private async claimFirst(
    tx: Tx,
    times: readonly OfferedToBook[],
    { citizen, mode, wish, now }: Wanted,
    earlier: Hold | null,
  ): Promise<Hold | null> {
    const open = times.filter(({ offered }) => offered.state === 'OPEN');
    await this.claimTime.shareAll(tx, open);
    for (const time of open) {
      const hold = newHold(citizen, time, mode, now, earlier);
      const claimed = await this.claimTime.attempt(
        tx,
        { ...time, mode: hold.mode, kind: 'HOLD', search: searchOf(wish), sourceId: hold.id, holdExpiresAt: hold.expiresAt },
        now,
      );
      if (claimed === null) continue;
      // Another window of this person was quicker: the time itself goes on being free.
      if (!(await this.holds.insert(tx, hold, now))) throw await this.claimTime.takenProblem(tx, time.offered, searchOf(wish), now);
      // Holding a group's place keeps nobody busy, so the others go on being shown it.
      if (time.offered.capacity === 1) await this.hide(tx, hold, claimed);
      return hold;
    }
    return null;
  }

  private async hide(tx: Tx, hold: Hold, claimed: ClaimedTime): Promise<void> {
    const subjectIds = claimed.subjects.map((subject) => subject.subjectId);
    await this.offeredTimes.holdHint(tx, { subjectIds, span: claimed.span, until: hold.expiresAt });
    for (const subjectId of subjectIds) await this.live.publish(tx, subjectId);
  }
}

interface Wanted {
  readonly citizen: CitizenPrincipal;
  readonly time: OfferedToBook;
  readonly mode: Mode;
  readonly wish: EmployeeWish;
  readonly now: Instant;
}

function searchOf(wish: EmployeeWish): Search {
  return { ...wish, seeker: 'CITIZEN' };
}

/** Holding the same time again is no way to keep it for longer. */
function goesOn(earlier: Hold | null, { offered }: OfferedToBook, now: Instant): boolean {
  return earlier !== null && earlier.offeredTimeId === offered.id && earlier.expiresAt > now;
}

function newHold(citizen: CitizenPrincipal, time: OfferedToBook, mode: Mode, now: Instant, earlier: Hold | null): Hold {
  const { offered, version } = time;
  const same = goesOn(earlier, time, now) ? earlier : null;
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
    expiresAt: same?.expiresAt ?? now.plus({ minutes: holdMinutes }),
    extended: same?.extended ?? false,
  };
}
