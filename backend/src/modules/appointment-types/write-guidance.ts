import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem } from '../../kernel/index.ts';
import type { Principal } from '../../platform/access/index.ts';
import { isConstraintViolation, toDate, Transactions } from '../../platform/database/index.ts';
import { VERSION_CONFLICT } from '../../platform/http/index.ts';
import type { GuidanceTexts } from './appointment-type-records.ts';
import { GUIDANCE_WRITE } from './appointment-types.actions.ts';
import { GuidanceSubjects, type GuidanceSubject } from './guidance-subject.ts';
import { GuidanceRepository } from './guidance.repository.ts';

export type GivenTexts = Pick<GuidanceTexts, 'forWhom'> & Partial<GuidanceTexts>;

/** Writes the guidance of a service or a type anew. It is a draft again, out of citizens' sight until it is published. */
@Injectable()
export class WriteGuidance {
  constructor(
    private readonly transactions: Transactions,
    private readonly subjects: GuidanceSubjects,
    private readonly guidance: GuidanceRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_FOUND outside the principal's reach; VERSION_CONFLICT when somebody else writes the first text at the same time */
  async execute(principal: Principal, subject: GuidanceSubject, given: GivenTexts): Promise<void> {
    const texts: GuidanceTexts = { whatHappens: null, safety: null, bring: null, afterBooking: null, ...given };
    try {
      await this.write(principal, subject, texts);
    } catch (error) {
      const isSecond = isConstraintViolation(error, 'guidance_service') || isConstraintViolation(error, 'guidance_type');
      throw isSecond ? new Problem(VERSION_CONFLICT) : error;
    }
  }

  private write(principal: Principal, subject: GuidanceSubject, texts: GuidanceTexts): Promise<void> {
    return this.transactions.run(principal, async (tx) => {
      const found = await this.subjects.require(tx, principal, GUIDANCE_WRITE, subject);
      const at = toDate(this.clock.now());
      if (found !== null) return this.guidance.rewrite(tx, found.id, texts, at);
      await this.guidance.insert(tx, {
        ...texts,
        id: newId(),
        organisationId: principal.organisationId,
        serviceId: 'serviceId' in subject ? subject.serviceId : null,
        appointmentTypeId: 'appointmentTypeId' in subject ? subject.appointmentTypeId : null,
        state: 'DRAFT',
        publishAt: null,
        version: 1,
        createdAt: at,
        updatedAt: at,
      });
    });
  }
}
