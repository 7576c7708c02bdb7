import type { TestSession } from '../../../platform/testing/test-application.ts';
import { SessionCookies } from '../session-cookies.ts';
import { newSessionId } from '../session-id.ts';
import { Sessions } from '../sessions.ts';

/** Signs a person in without an identity provider, by the very same opening of a session. */
export const testSession: TestSession = {
  async open(app, organisationId, surface, personId) {
    const id = newSessionId();
    const isCitizen = surface === 'CITIZEN';
    await app.get(Sessions, { strict: false }).open(id, {
      organisationId,
      surface,
      clientId: isCitizen ? personId : null,
      employeeId: isCitizen ? null : personId,
      representedClientId: null,
      issuer: 'https://identity.test',
    });
    return app.get(SessionCookies, { strict: false }).headerOf(surface, id);
  },
};
