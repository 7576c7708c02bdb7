import { afterAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { otherHost, otherOrganisationId, testDatabase, testOrganisationId } from '../testing/index.ts';
import { probeApplication } from './testing/probe-application.ts';

const db = await testDatabase();
const { app, http, logged } = await probeApplication(db.url, { VUORO_REQUESTS_PER_ADDRESS: '100000' });
afterAll(() => app.close());

const probe = { count: 3, kind: 'A', place: { city: 'Oulu' } };
const fromOwnPage = { 'X-Requested-By': 'citizen-ui', 'Sec-Fetch-Site': 'same-origin' };

function expectProblem(response: Response, status: number, code: string): void {
  expect({ status: response.status, code: response.body.code }).toEqual({ status, code });
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(response.body).toMatchObject({ type: `urn:vuoro:problem:${code}`, status, requestId: response.headers['x-request-id'] });
  expect(response.body.title).toEqual(expect.any(String));
  expect(response.body.detail).toEqual(expect.any(String));
}

describe('every answer', () => {
  it('carries the security headers and is stored nowhere', async () => {
    const { headers } = await http.get('/api/v1/probe').expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

  it('gives back the request id of the caller, or a new one in the place of a strange one', async () => {
    for (const id of ['018f7d2e-0000-7000-8000-00000000002a', '018f7d2e00007000800000000000002a']) {
      expect((await http.get('/api/v1/probe').set('X-Request-Id', id)).headers['x-request-id']).toBe(id);
    }
    for (const id of ['a b<script>', '010190-9992', 'Aino.Virtanen', '018f7d2e-00007000-8000-00000000002a']) {
      const { headers } = await http.get('/api/v1/probe').set('X-Request-Id', id);
      expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('has the version of what it shows as its ETag', async () => {
    const response = await http.get('/api/v1/probe?limit=7');
    expect(response.headers.etag).toBe('"7"');
  });
});

describe('the path decides nothing but the route (AC02)', () => {
  it('asks for the same rights with HEAD as with GET', async () => {
    await http.head('/api/v1/probe/secret').expect(401);
    await http.head('/api/v1/probe').expect(200);
  });

  it.each([
    '/api/v1/probe/secret/',
    '//api/v1/probe/secret',
    '/api//v1/probe/secret',
    '/api/v1/Probe/secret',
    '/API/v1/probe/secret',
    '/api/v1/probe/%2e%2e/probe/secret',
    '/api/v1/probe%2fsecret',
    '/api/v1/probe/./secret',
    '/employee/..%2fapi/v1/probe/secret',
    '/Employee/',
    '/api/v1/probe/secret%00',
    '/api',
    '/auth/',
    '/fhir/R4',
  ])('answers 404 to %s', async (path) => {
    const server = await http.get(path).set('Authorization', 'Bearer supervisor');
    expectProblem(server, 404, 'NOT_FOUND');
  });

  it('names the methods of a path that exists with another one', async () => {
    const response = await http.put('/api/v1/probe').set(fromOwnPage);
    expectProblem(response, 405, 'METHOD_NOT_ALLOWED');
    expect(response.headers.allow).toBe('GET, HEAD, POST');
  });
});

describe('the organisation of a request (AC16)', () => {
  it('is that of the host name, whatever a proxy header claims', async () => {
    const first = await http.get('/api/v1/probe').set('X-Forwarded-Host', otherHost);
    expect(first.body.organisationId).toBe(testOrganisationId);
    const other = await http.get('/api/v1/probe').set('Host', `${otherHost.toUpperCase()}:3000`);
    expect(other.body.organisationId).toBe(otherOrganisationId);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1:3000', 'evil.example:99999', '', 'a b'])(
    'an unknown host %p is sent to the first organisation',
    async (host) => {
      const response = await http.get('/api/v1/probe').set('Host', host);
      expect(response.status).toBe(302);
      expect(response.headers['location']).toMatch(/^http:\/\/localhost(:\d{1,5})?\/$/);
      expect(response.text).not.toContain('evil');
    },
  );

  it('is of no matter for health and metrics', async () => {
    await http.get('/health/live').set('Host', 'evil.example').expect(200, { status: 'ok' });
    await http.get('/metrics').set('Host', 'evil.example').expect(200);
  });

  it('has the paths of one application only where it has two names', async () => {
    expectProblem(await http.get('/api/v1/probe').set('Host', 'asiointi.example.fi'), 404, 'NOT_FOUND');
    expectProblem(await http.get('/employee/').set('Host', 'asiointi.example.fi'), 404, 'NOT_FOUND');
    expectProblem(await http.get('/my-times').set('Host', 'tyo.example.fi'), 404, 'NOT_FOUND');
    expectProblem(await http.get('/api/v1/citizen/session').set('Host', 'tyo.example.fi'), 404, 'NOT_FOUND');
    await http.get('/').set('Host', 'tyo.example.fi').expect(302).expect('Location', '/employee/');
  });
});

describe('access', () => {
  it('is denied to who is not signed in, and granted to who holds the action', async () => {
    expectProblem(await http.get('/api/v1/probe/secret'), 401, 'SIGN_IN_REQUIRED');
    await http.get('/api/v1/probe/secret').set('Authorization', 'Bearer supervisor').expect(200);
  });

  it('never answers from a route that promised a row in the usage log and wrote none', async () => {
    expectProblem(await http.get('/api/v1/probe/forgotten').set('Authorization', 'Bearer supervisor'), 500, 'INTERNAL_ERROR');
  });
});

describe('a body', () => {
  const post = (body: object | string): Promise<Response> =>
    http
      .post('/api/v1/probe')
      .set(fromOwnPage)
      .set('Content-Type', 'application/json')
      .send(body)
      .then((response) => response);

  it('of the declared shape is accepted', async () => {
    expect((await post(probe)).status).toBe(201);
  });

  it('of another shape is refused with a pointer and a code for each field', async () => {
    const response = await post({ count: 10, kind: 'C', place: { city: 'Rovaniemi' } });
    expectProblem(response, 400, 'VALIDATION_FAILED');
    expect(response.body.errors).toEqual([
      { pointer: '/count', code: 'TOO_LARGE', params: { max: 9 } },
      { pointer: '/kind', code: 'NOT_ONE_OF', params: { values: 'A, B' } },
      { pointer: '/place/city', code: 'TOO_LONG', params: { max: 5 } },
    ]);
  });

  it('without a field, or with a field of another type, is told so once a field', async () => {
    const response = await post({ count: '3', place: { city: { length: 2 } } });
    expect(response.body.errors).toEqual([
      { pointer: '/count', code: 'WRONG_TYPE' },
      { pointer: '/kind', code: 'REQUIRED' },
      { pointer: '/place/city', code: 'WRONG_TYPE' },
    ]);
  });

  it.each(['status', 'unitId', 'organisationId', 'createdBy', '__proto__x'])(
    'with the undeclared field %s is refused (AC03)',
    async (field) => {
      const response = await post({ ...probe, [field]: 'x' });
      expectProblem(response, 400, 'VALIDATION_FAILED');
      expect(response.body.errors).toEqual([{ pointer: `/${field}`, code: 'UNKNOWN_FIELD' }]);
    },
  );

  it.each(['{"count":', '[]', 'null', '"text"', '7', '{"__proto__":{"admin":true}}'])('that is %s is refused', async (text) => {
    const response = await post(text);
    expect(response.status).toBe(400);
    expect(response.headers['content-type']).toContain('application/problem+json');
  });

  it('of more than 100 kB is refused (AC28)', async () => {
    expectProblem(await post({ ...probe, kind: 'A'.repeat(103_000) }), 413, 'BODY_TOO_LARGE');
  });

  it('in the query is held to the same rules', async () => {
    const response = await http.get('/api/v1/probe?limit=201&who=me');
    expect(response.body.errors).toEqual([
      { pointer: '/who', code: 'UNKNOWN_FIELD' },
      { pointer: '/limit', code: 'TOO_LARGE', params: { max: 200 } },
    ]);
  });
});

describe('headers of a change', () => {
  const create = (headers: Record<string, string>) => http.post('/api/v1/probe/keyed').set(fromOwnPage).set(headers);

  it('are the key of the intention and the version that was seen', async () => {
    const response = await create({ 'Idempotency-Key': 'a-key-of-the-caller', 'If-Match': '"4"' });
    expect({ status: response.status, body: response.body }).toEqual({
      status: 201,
      body: { organisationId: 'a-key-of-the-caller', version: 4 },
    });
  });

  it.each([
    [{ 'If-Match': '"4"' }, 400, 'IDEMPOTENCY_KEY_MISSING'],
    [{ 'Idempotency-Key': 'short', 'If-Match': '"4"' }, 400, 'IDEMPOTENCY_KEY_INVALID'],
    [{ 'Idempotency-Key': 'a-key-of-the-caller' }, 428, 'IF_MATCH_MISSING'],
    [{ 'Idempotency-Key': 'a-key-of-the-caller', 'If-Match': '*' }, 400, 'IF_MATCH_INVALID'],
    [{ 'Idempotency-Key': 'a-key-of-the-caller', 'If-Match': 'W/"4"' }, 400, 'IF_MATCH_INVALID'],
  ])('%j are refused with %d %s', async (headers, status, code) => {
    expectProblem(await create(headers as Record<string, string>), status, code);
  });
});

describe('a failure', () => {
  it('that nobody foresaw tells the caller nothing, and the log nothing personal (AC23)', async () => {
    for (const kind of ['unknown', 'statement']) {
      const response = await http.get(`/api/v1/probe/failures/${kind}?name=Minna`);
      expectProblem(response, 500, 'INTERNAL_ERROR');
      expect(response.text).not.toMatch(/131052|minna/i);
    }
    await new Promise((resolve) => setImmediate(resolve));
    const lines = logged.join('');
    expect(lines).toContain('INTERNAL_ERROR');
    expect(lines).toContain('/api/v1/probe/failures/:kind');
    expect(lines).not.toMatch(/131052-308T|minna/i);
  });

  it('of a statement that took too long says when to try again', async () => {
    const response = await http.get('/api/v1/probe/failures/slow');
    expectProblem(response, 503, 'DATABASE_BUSY');
    expect(response.headers['retry-after']).toBe('2');
  });

  it('of the use case keeps its code', async () => {
    expectProblem(await http.get('/api/v1/probe/failures/other'), 404, 'NOT_FOUND');
  });
});

describe('too many requests', () => {
  it('are refused with the time to wait', async () => {
    const call = () => http.delete('/api/v1/probe/limited').set(fromOwnPage);
    await call().expect(200);
    await call().expect(200);
    const third = await call();
    expectProblem(third, 429, 'RATE_LIMITED');
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    await http.get('/api/v1/probe').expect(200);
  });
});

describe('health', () => {
  it('names every check and the issuers', async () => {
    const response = await http.get('/health/ready');
    expect(response.body.checks.map((check: { name: string }) => check.name)).toEqual(['database', 'migrations', 'timeZones', 'queue']);
    expect(response.body.issuers).toEqual(['https://tunnistus.example.fi']);
  });

  it('is not ready, and says why, when the schema is older than the program', async () => {
    const [row] = await db.admin.query('SELECT * FROM schema_migration ORDER BY id DESC LIMIT 1');
    await db.admin.query('DELETE FROM schema_migration WHERE id = $1', [row.id]);
    const response = await http.get('/health/ready');
    await db.admin.query('INSERT INTO schema_migration (id, timestamp, name) VALUES ($1, $2, $3)', [row.id, row.timestamp, row.name]);
    expectProblem(response, 503, 'NOT_READY');
    expect(response.body.detail).toContain('migrations');
    expect(response.body.checks).toContainEqual({ name: 'migrations', ok: false, detail: expect.stringContaining('run the migrations') });
  });

  it('gives measurements to callers of the same machine alone', async () => {
    const response = await http.get('/metrics').expect(200);
    expect(response.text).toContain('route="/api/v1/probe/failures/:kind"');
    expectProblem(await http.get('/metrics').set('X-Forwarded-For', '10.1.2.3'), 404, 'NOT_FOUND');
  });
});
