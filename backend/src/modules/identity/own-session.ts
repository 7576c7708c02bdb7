import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Clock, formatInstant, Problem } from '../../kernel/index.ts';
import { allActions, knowsAction, SESSION_LOCKED, SIGN_IN_REQUIRED } from '../../platform/access/index.ts';
import { Config } from '../../platform/config/index.ts';
import { Transactions } from '../../platform/database/index.ts';
import { localizedTextView } from '../organisation/index.ts';
import type { CitizenSessionView, EmployeeSessionView } from './identity.dto.ts';
import { PrincipalsRepository } from './principals.repository.ts';
import { SessionAuthentication } from './session-authentication.ts';
import { idleEnd } from './session-rules.ts';
import { isSharedDesk } from './shared-desk.ts';
import type { SessionUse } from './sessions.ts';

/** What an application asks about its own session. Looking does not prolong it: else a forgotten page would never be signed out. */
@Injectable()
export class OwnSession {
  constructor(
    private readonly authentication: SessionAuthentication,
    private readonly principals: PrincipalsRepository,
    private readonly transactions: Transactions,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async ofCitizen(request: Request, use: SessionUse): Promise<CitizenSessionView> {
    const now = formatInstant(this.clock.now());
    const session = await this.authentication.currentOf(request, 'CITIZEN', use);
    if (session === null || session === 'LOCKED' || session.principal.kind !== 'CITIZEN') {
      if (use === 'EXTEND') throw new Problem(SIGN_IN_REQUIRED);
      return { signedIn: false, name: null, clientId: null, now, idleEndsAt: null, endsAt: null, onBehalfOf: null };
    }
    const { name, clientId, onBehalfOfClientId } = session.principal;
    return {
      signedIn: true,
      name,
      clientId,
      now,
      idleEndsAt: formatInstant(idleEnd('CITIZEN', session.record)),
      endsAt: formatInstant(session.record.expiresAt),
      onBehalfOf: onBehalfOfClientId,
    };
  }

  async ofEmployee(request: Request, use: SessionUse): Promise<EmployeeSessionView> {
    const now = this.clock.now();
    const { environmentName } = this.config;
    const nobody = {
      signedIn: false,
      sharedDesk: isSharedDesk(request),
      locked: false,
      employeeId: null,
      name: null,
      title: null,
      organisationName: null,
      environmentName,
      now: formatInstant(now),
      idleEndsAt: null,
      endsAt: null,
      actions: [],
      roles: [],
    };
    const session = await this.authentication.currentOf(request, 'EMPLOYEE', use);
    if (session === 'LOCKED') {
      if (use === 'EXTEND') throw new Problem(SESSION_LOCKED);
      return { ...nobody, sharedDesk: true, locked: true };
    }
    if (session === null || session.principal.kind !== 'EMPLOYEE') {
      if (use === 'EXTEND') throw new Problem(SIGN_IN_REQUIRED);
      return nobody;
    }
    const { principal, record } = session;
    const account = await this.transactions.run(principal, (tx) => this.principals.account(tx, principal.employeeId, now));
    if (account === null) return nobody;
    return {
      ...nobody,
      signedIn: true,
      sharedDesk: record.sharedDesk,
      employeeId: principal.employeeId,
      name: principal.name,
      title: localizedTextView(account.title),
      organisationName: localizedTextView(account.organisationName),
      idleEndsAt: formatInstant(idleEnd('EMPLOYEE', record)),
      endsAt: formatInstant(record.expiresAt),
      actions: allActions()
        .filter((action) => knowsAction(principal, action))
        .map((action) => action.code),
      roles: account.grants.map(({ role, unitId, unitName, serviceIds }) => ({
        role,
        unitId,
        unitName: localizedTextView(unitName),
        serviceIds,
      })),
    };
  }
}
