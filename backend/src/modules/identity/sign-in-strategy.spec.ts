import { describe, expect, it } from '@jest/globals';
import { answerIn, type SignInTokens } from './sign-in-strategy.ts';

function tokensSignedBy(header: object): SignInTokens {
  const part = (content: object): string => Buffer.from(JSON.stringify(content)).toString('base64url');
  return { id_token: `${part(header)}.${part({ sub: 'aino' })}.c2lnbmF0dXJl`, access_token: 'opaque', claims: () => ({ sub: 'aino' }) };
}

const ofDevelopment = tokensSignedBy({ alg: 'RS256', kid: 'development-5f0c' });

describe('the tokens of a provider', () => {
  it('tell who has signed in', () => {
    expect(answerIn(tokensSignedBy({ alg: 'RS256', kid: '2026-11' }), true)).toEqual({
      claims: { sub: 'aino' },
      subject: 'aino',
      accessToken: 'opaque',
    });
    expect(answerIn(tokensSignedBy({ alg: 'RS256' }), true).subject).toBe('aino');
  });

  it('signed by a development provider open nothing in production (AC06), and everything on one’s own machine', () => {
    expect(() => answerIn(ofDevelopment, true)).toThrow('signed by a development identity provider');
    expect(answerIn(ofDevelopment, false).subject).toBe('aino');
  });

  it('without an identity token are none', () => {
    expect(() => answerIn({ access_token: 'opaque', claims: () => undefined }, false)).toThrow('no identity token');
  });
});
