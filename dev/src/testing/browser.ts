/** A browser reduced to what sign-in needs: cookies per host, and redirects followed one by one. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  /** One request without following a redirect. */
  async request(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address);
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      ...init,
      redirect: 'manual',
      headers: { ...init.headers, ...(cookie === '' ? {} : { cookie }) },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  /** Follows redirects on the hosts of `within`; the address that leads elsewhere is not visited. */
  async follow(
    address: string,
    within: string,
    init: RequestInit = {},
  ): Promise<{ readonly at: string; readonly response: Response | null }> {
    let at = address;
    let next: RequestInit = init;
    for (let hop = 0; hop < 10; hop += 1) {
      if (!at.startsWith(within)) return { at, response: null };
      const response = await this.request(at, next);
      const location = response.headers.get('location');
      if (location === null) return { at, response };
      at = new URL(location, at).toString();
      next = {};
    }
    throw new Error(`Too many redirects, the last to ${at}`);
  }
}
