import type TestAgent from 'supertest/lib/agent.js';

/** The browser's part of a sign-in: follows redirects and keeps each host's cookies, as far as a test needs it. */
export class Walk {
  private readonly jar = new Map<string, string>();

  get cookies(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  keep(setCookie: readonly string[] | undefined): void {
    for (const line of setCookie ?? []) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}

/** Follows the provider's own redirects until it sends the browser away, and gives that address; adds each one to `seen`. */
export async function throughProvider(start: string, seen: string[] = []): Promise<string> {
  const walk = new Walk();
  const origin = new URL(start).origin;
  let at = start;
  while (new URL(at).origin === origin) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: walk.cookies } });
    walk.keep(answer.headers.getSetCookie());
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The provider stopped with ${answer.status}: ${await answer.text()}`);
    at = new URL(location, at).href;
    seen.push(at);
  }
  return at;
}

export type WalkSurface = 'citizen' | 'employee';

/** Sign-ins of browsers at the API under test, whole or half by half. */
export function signInWalks(http: () => TestAgent) {
  const begin = async (surface: WalkSurface, walk: Walk, query = ''): Promise<string> => {
    const answer = await http().get(`/auth/${surface}/login${query}`).set('Cookie', walk.cookies).expect(302);
    walk.keep(answer.headers['set-cookie'] as unknown as string[]);
    return String(answer.headers['location']);
  };
  const comeBack = async (address: string, walk: Walk) => {
    const { pathname, search } = new URL(address);
    const answer = await http()
      .get(pathname + search)
      .set('Cookie', walk.cookies);
    walk.keep(answer.headers['set-cookie'] as unknown as string[]);
    return answer;
  };
  const signIn = async (surface: WalkSurface, walk = new Walk(), query = '') =>
    comeBack(await throughProvider(await begin(surface, walk, query)), walk);
  return { begin, comeBack, signIn };
}
