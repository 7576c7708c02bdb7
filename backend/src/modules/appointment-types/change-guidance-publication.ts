import { Injectable } from '@nestjs/common';
import { Clock, Problem, refuseUnless, type Instant } from '../../kernel/index.ts';
import { NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { toDate, Transactions } from '../../platform/database/index.ts';
import { mayBecome, publicationProblems, type PublicationState } from '../organisation/index.ts';
import { GUIDANCE_PUBLISH, GUIDANCE_WRITE } from './appointment-types.actions.ts';
import { GuidanceSubjects, type GuidanceSubject } from './guidance-subject.ts';
import { GuidanceRepository } from './guidance.repository.ts';

/** Sends guidance to review, publishes it now or at a moment, or takes it away from citizens at once. */
@Injectable()
export class ChangeGuidancePublication {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: GuidanceSubjects,
    private readonly guidance: GuidanceRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem PUBLICATION_NOT_NEXT, PUBLICATION_TIME_MISSING, PUBLICATION_TIME_NOT_AHEAD; NOT_FOUND outside the reach */
  execute(principal: Principal, subject: GuidanceSubject, to: PublicationState, publishAt: Instant | null = null): Promise<void> {
    const action = to === 'DRAFT' || to === 'IN_REVIEW' ? GUIDANCE_WRITE : GUIDANCE_PUBLISH;
    return this.transactions.run(principal, async (tx) => {
      const found = await this.subjects.require(tx, principal, action, subject);
      if (found === null) throw new Problem(NOT_FOUND);
      const now = this.clock.now();
      refuseUnless(mayBecome(found.state, to, publishAt, now), publicationProblems);
      const at = to === 'SCHEDULED' && publishAt !== null ? toDate(publishAt) : null;
      const changed = await this.guidance.setPublication(tx, found.id, found.state, to, at, toDate(now));
      if (!changed) throw new Problem(publicationProblems.NOT_NEXT, { params: { from: found.state, to } });
    });
  }
}
