import { Injectable, Logger } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import type { Principal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { RATE_LIMITED } from '../../platform/http/index.ts';
import { Quotas } from '../../platform/quota/index.ts';

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
   * Counts one try, whatever comes of it, before anything is looked up. Imports and seeds are not counted.
   * @throws Problem RATE_LIMITED; the refusal is in the usage log
   */
  async use(principal: Principal, action: string): Promise<void> {
    if (principal.kind !== 'EMPLOYEE') return;
    const { employeeId } = principal;
    const retryAfterSeconds = await this.transactions.run(principal, async (tx) => {
      const wait = await this.waitOf(tx, employeeId);
      if (wait > 0) {
        await this.audit.record(tx, principal, {
          action, what: 'denied', objectType: 'client', objectIds: [], clientIds: [], purpose: 'UNIT_DUTY', details: { reason: RATE_LIMITED.code },
        });
      }
      return wait;
    });
    if (retryAfterSeconds === 0) return;
    // Who it was stands in the usage log, under the same request.
    this.log.warn({ event: 'identity-codes-tried-too-often', organisationId: principal.organisationId, action });
    throw new Problem(RATE_LIMITED, { retryAfterSeconds });
  }

  private async waitOf(tx: Tx, employeeId: string): Promise<number> {
    const { identityCodesPerMinute, identityCodesPerDay } = this.config;
    return Math.max(
      await this.quotas.use(tx, { name: 'identity-codes', limit: identityCodesPerMinute, per: 'MINUTE' }, employeeId),
      await this.quotas.use(tx, { name: 'identity-codes', limit: identityCodesPerDay, per: 'DAY' }, employeeId),
    );
  }
}
