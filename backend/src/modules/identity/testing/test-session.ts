import type { NestExpressApplication } from '@nestjs/platform-express';
import { Clock } from '../../../kernel/index.ts';
import type { Surface } from '../../../platform/access/index.ts';
import type { TestSession } from '../../../platform/testing/test-application.ts';
import { SessionCookies } from '../session-cookies.ts';
import { newSessionId } from '../session-id.ts';
import { Sessions } from '../sessions.ts';

/** Signs a person in without an identity provider, by the very same opening of a session. */
export const testSession: TestSession = {
  open: (app, organisationId, surface, personId) => open(app, organisationId, surface, personId, null),
};

/** As `testSession`, in a browser that shows the cookie of an earlier session, which ends. */
export function signedInAnew(
  app: NestExpressApplication,
  organisationId: string,
  surface: Surface,
  personId: string,
  cookie: string,
): Promise<string> {
  const [, id = ''] = /=s:([^.]+)\./.exec(decodeURIComponent(cookie)) ?? [];
  return open(app, organisationId, surface, personId, id);
}

async function open(
  app: NestExpressApplication,
  organisationId: string,
  surface: Surface,
  personId: string,
  replacedId: string | null,
): Promise<string> {
  const id = newSessionId();
  const isCitizen = surface === 'CITIZEN';
  const person = { clientId: isCitizen ? personId : null, employeeId: isCitizen ? null : personId, representedClientId: null };
  const authenticatedAt = app.get(Clock, { strict: false }).now();
  await app
    .get(Sessions, { strict: false })
    .open(id, { ...person, organisationId, surface, issuer: 'https://identity.test', authenticatedAt, sharedDesk: false }, replacedId);
  return app.get(SessionCookies, { strict: false }).headerOf(surface, id);
}
