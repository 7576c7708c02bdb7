import { Injectable } from '@nestjs/common';
import { Clock, Problem, refuseUnless, type Instant } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from './organisation-reads.ts';
import type { PublicationState } from './organisation-records.ts';
import { SERVICE_CHANGE } from './organisation.actions.ts';
import { PUBLICATION_NOT_NEXT, PUBLICATION_TIME_MISSING, PUBLICATION_TIME_NOT_AHEAD } from './organisation.problems.ts';
import { mayBecome } from './publication-rules.ts';
import { ServicesRepository } from './services.repository.ts';

/** What refuses a change of publication, by the reason of the rule. */
export const publicationProblems = {
  NOT_NEXT: PUBLICATION_NOT_NEXT,
  TIME_MISSING: PUBLICATION_TIME_MISSING,
  TIME_NOT_AHEAD: PUBLICATION_TIME_NOT_AHEAD,
} as const;

/** Sends a service to review, publishes it now or at a moment, or takes it away from citizens at once. */
@Injectable()
export class ChangeServicePublication {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly services: ServicesRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem PUBLICATION_NOT_NEXT, PUBLICATION_TIME_MISSING, PUBLICATION_TIME_NOT_AHEAD; NOT_FOUND outside the reach */
  execute(principal: Principal, serviceId: string, to: PublicationState, publishAt: Instant | null = null): Promise<void> {
    this.access.requireAction(principal, SERVICE_CHANGE);
    return this.transactions.run(principal, async (tx) => {
      const [service] = await this.organisation.services(tx, [serviceId]);
      if (service === undefined) throw new Problem(NOT_FOUND);
      const unitIds = await this.organisation.unitsOfService(tx, serviceId);
      if (!unitIds.some((unitId) => this.access.allows(principal, SERVICE_CHANGE, { unitId, serviceId })) && principal.kind !== 'SYSTEM') {
        throw new Problem(NOT_FOUND);
      }
      const now = this.clock.now();
      refuseUnless(mayBecome(service.state, to, publishAt, now), publicationProblems);
      const at = to === 'SCHEDULED' && publishAt !== null ? toDate(publishAt) : null;
      const changed = await this.services.setPublication(tx, serviceId, service.state, to, at, toDate(now));
      if (!changed) throw new Problem(PUBLICATION_NOT_NEXT, { params: { from: service.state, to } });
    });
  }
}
