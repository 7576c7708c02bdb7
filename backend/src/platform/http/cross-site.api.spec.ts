import { afterAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../testing/index.ts';
import { probeApplication } from './testing/probe-application.ts';

const db = await testDatabase();
const { app, http } = await probeApplication(db.url);
afterAll(() => app.close());

const json = 'application/json';
const body = JSON.stringify({ count: 3, kind: 'A', place: { city: 'Oulu' } });
const own = 'http://localhost';

/** Every value of a header that a hostile page could bring about; undefined: the header is absent. */
const requestedBy = ['citizen-ui', '', undefined];
const contentTypes = [
  json,
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain; application/json',
  'application/json-patch+json',
  'application/json; charset=utf-16',
  undefined,
];
const sites = ['same-origin', 'same-site', 'cross-site', 'none', 'Same-Origin', '', undefined];
const origins = [
  own,
  'https://localhost',
  'http://localhost:8080',
  'http://evil.example',
  'http://localhost.evil.example',
  'null',
  '',
  undefined,
];

interface Attempt {
  readonly requestedBy: string | undefined;
  readonly contentType: string | undefined;
  readonly site: string | undefined;
  readonly origin: string | undefined;
}

const attempts: readonly Attempt[] = requestedBy.flatMap((by) =>
  contentTypes.flatMap((contentType) => sites.flatMap((site) => origins.map((origin) => ({ requestedBy: by, contentType, site, origin })))),
);

/** The rule in one line, written apart from the guard. */
function isOwnPage({ requestedBy: by, contentType, site, origin }: Attempt): boolean {
  return (
    by === 'citizen-ui' &&
    contentType === json &&
    (site === undefined ? origin === own : site === 'same-origin' && (origin === undefined || origin === own))
  );
}

async function statusOf(attempt: Attempt, method: 'post' | 'put' | 'delete' = 'post'): Promise<number> {
  let request = http[method]('/api/v1/probe').set('Cookie', '__Host-tyo=somebody');
  if (attempt.requestedBy !== undefined) request = request.set('X-Requested-By', attempt.requestedBy);
  if (attempt.site !== undefined) request = request.set('Sec-Fetch-Site', attempt.site);
  if (attempt.origin !== undefined) request = request.set('Origin', attempt.origin);
  request = request.set('Content-Type', attempt.contentType ?? '');
  return (await request.send(body)).status;
}

describe('a change with a cookie (AC05)', () => {
  it(`is accepted from the own page only, in ${attempts.length} combinations of headers`, async () => {
    const wrong: { attempt: Attempt; status: number }[] = [];
    for (const attempt of attempts) {
      const status = await statusOf(attempt);
      // In UTF-16 the text is no JSON, which the reader of the body finds out before anybody asks where it came from.
      const refusals = attempt.contentType?.includes('utf-16') === true ? [400, 403, 415] : [403, 415];
      const expected = isOwnPage(attempt) ? [201] : refusals;
      if (!expected.includes(status)) wrong.push({ attempt, status });
    }
    expect(wrong).toEqual([]);
  });

  it('cannot be made by a reading method with another method in a header or field', async () => {
    await http.get('/api/v1/probe').set('X-HTTP-Method-Override', 'POST').expect(200);
    await http.get('/api/v1/probe?_method=POST').expect(400);
  });

  it('is never allowed to another origin by a preflight', async () => {
    const response = await http.options('/api/v1/probe').set('Origin', 'http://evil.example').set('Access-Control-Request-Method', 'POST');
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
    expect(response.headers['access-control-allow-credentials']).toBeUndefined();
  });

  it('needs no page when it carries an Authorization header, beside which cookies do not count', async () => {
    await http.post('/api/v1/probe').set('Authorization', 'Bearer integration').set('Content-Type', json).send(body).expect(201);
    await http.post('/api/v1/probe').set('Authorization', 'Bearer integration').set('Content-Type', 'text/plain').send(body).expect(415);
  });
});
