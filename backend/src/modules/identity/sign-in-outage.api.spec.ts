import { expect, it } from '@jest/globals';
import { testApplication } from '../../platform/testing/test-application.ts';
import { IdentityTestModule } from './testing/identity-test-module.ts';
import { testSession } from './testing/index.ts';

// Nothing listens at the issuers' address.
const { http } = await testApplication({ module: IdentityTestModule, session: testSession });

it('starts without its identity providers, and says in the language of the page that sign-in does not work', async () => {
  const answer = await http().get('/auth/citizen/login?returnTo=/varaa%3Faika%3D1&language=sv').expect(503);
  expect(answer.text).toContain('<html lang="sv">');
  expect(answer.text).toContain('Identifieringen fungerar inte just nu');
  expect(answer.text).toContain('href="/auth/citizen/login?returnTo=%2Fvaraa%3Faika%3D1&amp;language=sv"');
  expect(String(answer.headers['content-security-policy'])).toContain("default-src 'none'");
});
