import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, type Instant } from '../../kernel/index.ts';
import { SessionEndings, type CitizenPrincipal } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import type { OtherSessionView } from './identity.dto.ts';
import { hasEnded } from './session-rules.ts';
import { SessionsRepository, type SessionRecord } from './sessions.repository.ts';

/** Where else a citizen is signed in, and the way to end it: after a visit to a library, or when somebody else holds the phone. */
@Injectable()
export class OtherSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SessionsRepository,
    private readonly endings: SessionEndings,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Those that are alive, the latest first, without the one that asks. Nothing in them tells a session's id. */
  list(citizen: CitizenPrincipal): Promise<OtherSessionView[]> {
    return this.transactions.run(citizen, async (tx) =>
      (await this.alive(tx, citizen, this.clock.now())).map(({ createdAt, lastSeenAt }) => ({
        signedInAt: formatInstant(createdAt),
        lastSeenAt: formatInstant(lastSeenAt),
      })),
    );
  }

  /** Ends them; the session that asks goes on. What they held is given back. */
  async end(citizen: CitizenPrincipal): Promise<void> {
    await this.transactions.run(citizen, async (tx) => {
      const others = await this.alive(tx, citizen, this.clock.now());
      for (const { idHash } of others) {
        await this.endings.tell(tx, idHash);
        await this.repository.remove(tx, idHash);
      }
      await this.audit.record(tx, citizen, {
        action: 'OtherSessionsEnd',
        what: 'sign-out',
        objectType: 'session',
        objectIds: [],
        clientIds: [citizen.clientId],
        purpose: 'OWN_MATTER',
        details: { ended: others.length },
      });
    });
  }

  private async alive(tx: Tx, citizen: CitizenPrincipal, now: Instant): Promise<SessionRecord[]> {
    const sessions = await this.repository.ofClient(tx, citizen.clientId);
    return sessions.filter((session) => session.idHash !== citizen.sessionId && !hasEnded('CITIZEN', session, now));
  }
}
