import { Injectable, Logger } from '@nestjs/common';
import { Problem, type ProblemDefinition } from '../../kernel/index.ts';
import type { Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { RATE_LIMITED } from '../../platform/http/index.ts';
import { Quotas } from '../../platform/quota/index.ts';
import { TOO_MANY_IDENTITY_CODES_TODAY } from './clients.problems.ts';

interface Refusal {
  readonly problem: ProblemDefinition<never>;
  readonly retryAfterSeconds: number;
}

/**
 * An identity code finds anybody of the organisation, so how many of them an employee tries is limited. Adding a client tells as much as
 * searching does, so both draw on one quota.
 */
@Injectable()
export class IdentityCodeQuota {
  private readonly log = new Logger(IdentityCodeQuota.name);

  constructor(
    private readonly config: Config,
    private readonly quotas: Quotas,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /**
   * Counts one try of a valid code, whatever comes of it, before anything is looked up. Imports and seeds are not counted.
   * @throws Problem RATE_LIMITED, TOO_MANY_IDENTITY_CODES_TODAY; the refusal is in the usage log
   */
  async use(principal: Principal, action: string): Promise<void> {
    if (principal.kind !== 'EMPLOYEE') return;
    const { employeeId } = principal;
    const refusal = await this.transactions.run(principal, async (tx) => {
      const refused = await this.refusalOf(tx, employeeId);
      if (refused !== null) {
        await this.audit.record(tx, principal, {
          action,
          what: 'denied',
          objectType: 'client',
          objectIds: [],
          clientIds: [],
          purpose: 'UNIT_DUTY',
          details: { reason: refused.problem.code },
        });
      }
      return refused;
    });
    if (refusal === null) return;
    // Who it was stands in the usage log, under the same request.
    this.log.warn({ event: 'identity-codes-tried-too-often', organisationId: principal.organisationId, action });
    throw new Problem(refusal.problem, { retryAfterSeconds: refusal.retryAfterSeconds });
  }

  /** A try that the minute refuses is none of the day's. */
  private async refusalOf(tx: Tx, employeeId: string): Promise<Refusal | null> {
    const { identityCodesPerMinute, identityCodesPerDay } = this.config;
    const minute = await this.quotas.use(tx, { name: 'identity-codes', limit: identityCodesPerMinute, per: 'MINUTE' }, employeeId);
    if (minute > 0) return { problem: RATE_LIMITED, retryAfterSeconds: minute };
    const day = await this.quotas.use(tx, { name: 'identity-codes', limit: identityCodesPerDay, per: 'DAY' }, employeeId);
    return day > 0 ? { problem: TOO_MANY_IDENTITY_CODES_TODAY, retryAfterSeconds: day } : null;
  }
}
