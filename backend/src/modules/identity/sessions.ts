import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../kernel/index.ts';
import { SessionEndings, type CitizenPrincipal, type EmployeePrincipal, type Surface } from '../../platform/access/index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { PrincipalsRepository } from './principals.repository.ts';
import { sessionHash } from './session-id.ts';
import { hasEnded, isLocked, MOST_SESSIONS, needsTouch, SESSION_LIMITS } from './session-rules.ts';
import { SessionsRepository, type SessionPerson, type SessionRecord } from './sessions.repository.ts';

/** Who has signed in, where and when; becomes a session. */
export interface SignedIn extends SessionPerson {
  readonly organisationId: string;
  readonly surface: Surface;
  readonly issuer: string;
  /** When the provider recognised the person: through single sign-on that may be hours ago. */
  readonly authenticatedAt: Instant;
  /** Whether several people use the desk: never of citizens. */
  readonly sharedDesk: boolean;
}

export interface CurrentSession {
  readonly record: SessionRecord;
  readonly principal: CitizenPrincipal | EmployeePrincipal;
}

/** LOCKED: a shared desk was left, and its person has not signed in again yet. */
export type SessionState = CurrentSession | 'LOCKED' | null;

/** How a use of the session counts: REQUEST prolongs it, LOOK (the session's own state, a live stream) does not, EXTEND does at once. */
export type SessionUse = 'REQUEST' | 'LOOK' | 'EXTEND';

/** Sessions of signed-in people: rows that end, and can be ended, on the server. */
@Injectable()
export class Sessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly repository: SessionsRepository,
    private readonly principals: PrincipalsRepository,
    private readonly endings: SessionEndings,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens a session under a new id and ends the oldest beyond the permitted number.
   * @param replacedId session that the browser had until now: it ends, and what it kept goes on in the new one if the person is the same
   */
  async open(id: string, signedIn: SignedIn, replacedId: string | null = null): Promise<void> {
    await this.transactions.run(signedIn, async (tx) => {
      const now = this.clock.now();
      const idHash = sessionHash(id);
      const personId = signedIn.clientId ?? signedIn.employeeId ?? '';
      const expiresAt = now.plus(SESSION_LIMITS[signedIn.surface].absolute);
      await this.repository.lockPerson(tx, personId);
      const isNew = await this.repository.insert(tx, { ...signedIn, idHash, lastSeenAt: now, expiresAt });
      if (!isNew) return;
      if (replacedId !== null) await this.replace(tx, signedIn, sessionHash(replacedId), idHash);
      await this.repository.endOldest(tx, signedIn.surface, personId, MOST_SESSIONS, idHash);
      const session = await this.live(tx, signedIn.surface, id, now);
      if (session === null) throw new Error('A session was opened for nobody.');
      await this.record(tx, session.principal, 'SignIn', 'sign-in');
    });
  }

  /** The live session with this id, as its person is now. null: there is none, it has ended, or its person may no longer sign in. */
  async current(organisationId: string, surface: Surface, id: string, use: SessionUse): Promise<SessionState> {
    return this.transactions.run({ organisationId }, async (tx) => {
      const now = this.clock.now();
      const session = await this.live(tx, surface, id, now);
      if (session === null) return (await this.isLocked(tx, surface, id, now)) ? 'LOCKED' : null;
      if (use === 'LOOK' || (use === 'REQUEST' && !needsTouch(session.record, now))) return session;
      await this.repository.touch(tx, session.record.idHash, now);
      return { ...session, record: { ...session.record, lastSeenAt: now } };
    });
  }

  /** Marks where the session is used, from now on; of one that is not alive nothing changes: to unmark a locked one would unlock it. */
  async markDesk(organisationId: string, id: string, sharedDesk: boolean): Promise<void> {
    await this.transactions.run({ organisationId }, async (tx) => {
      const now = this.clock.now();
      const session = await this.live(tx, 'EMPLOYEE', id, now);
      if (session === null) return;
      await this.repository.touch(tx, session.record.idHash, now);
      await this.repository.markDesk(tx, session.record.idHash, sharedDesk);
    });
  }

  /** Whose session it is, alive or not; null when there is none. */
  async employeeOf(organisationId: string, id: string): Promise<string | null> {
    return this.transactions.run(
      { organisationId },
      async (tx) => (await this.repository.find(tx, 'EMPLOYEE', sessionHash(id)))?.employeeId ?? null,
    );
  }

  async exists(organisationId: string, surface: Surface, id: string): Promise<boolean> {
    return this.transactions.run({ organisationId }, async (tx) => (await this.repository.find(tx, surface, sessionHash(id))) !== null);
  }

  /** Ends the session on its person's wish. @returns whether it was still alive */
  async close(organisationId: string, surface: Surface, id: string): Promise<boolean> {
    return this.transactions.run({ organisationId }, async (tx) => {
      const session = await this.live(tx, surface, id, this.clock.now());
      if (session === null) return false;
      await this.endings.tell(tx, session.record.idHash);
      await this.record(tx, session.principal, 'SignOut', 'sign-out');
      await this.repository.remove(tx, session.record.idHash);
      return true;
    });
  }

  /** Forgets the session without a trace of its own: its browser has got another. */
  async drop(organisationId: string, id: string): Promise<void> {
    await this.transactions.run({ organisationId }, (tx) => this.repository.remove(tx, sessionHash(id)));
  }

  private async isLocked(tx: Tx, surface: Surface, id: string, now: Instant): Promise<boolean> {
    const record = await this.repository.find(tx, surface, sessionHash(id));
    return record !== null && isLocked(surface, record, now);
  }

  private async replace(tx: Tx, signedIn: SignedIn, from: string, to: string): Promise<void> {
    const old = await this.repository.find(tx, signedIn.surface, from);
    if (old === null) return;
    const isSame = old.clientId === signedIn.clientId && old.employeeId === signedIn.employeeId;
    await (isSame ? this.endings.tellMoved(tx, from, to) : this.endings.tell(tx, from));
    await this.repository.remove(tx, from);
  }

  private async live(tx: Tx, surface: Surface, id: string, now: Instant): Promise<CurrentSession | null> {
    const record = await this.repository.find(tx, surface, sessionHash(id));
    if (record === null || hasEnded(surface, record, now)) return null;
    const principal = surface === 'CITIZEN' ? await this.principals.citizen(tx, record) : await this.principals.employee(tx, record, now);
    return principal === null ? null : { record, principal };
  }

  private record(tx: Tx, principal: CitizenPrincipal | EmployeePrincipal, action: string, what: 'sign-in' | 'sign-out'): Promise<void> {
    const clientIds = principal.kind === 'CITIZEN' ? [principal.clientId] : [];
    return this.audit.record(tx, principal, {
      action,
      what,
      objectType: 'session',
      objectIds: [],
      clientIds,
      purpose: principal.kind === 'CITIZEN' ? 'OWN_MATTER' : 'UNIT_DUTY',
    });
  }
}
