import type { AddressInfo } from 'node:net';
import { ApiModule } from './api.module.ts';
import { newId, seededRandom } from './kernel/index.ts';
import { buildDocument } from './platform/http/openapi/build-document.ts';
import { testHost } from './platform/testing/index.ts';
import { testApplication } from './platform/testing/test-application.ts';
import { givenFuzz } from './platform/testing/test-environment.ts';
import { testSession } from './modules/identity/testing/index.ts';
import { complaintAbout } from './testing/fuzz/answer-check.ts';
import { aFuzzedWorld } from './testing/fuzz/fuzzed-world.ts';
import { fittingRequest, hostileRequest, type RawRequest } from './testing/fuzz/hostile-requests.ts';
import { operationsOf, type Operation } from './testing/fuzz/operations.ts';
import { send, type RawAnswer } from './testing/fuzz/raw-http.ts';

const { inputs, seed } = givenFuzz();
const patience = 2000;

const t = await testApplication({ module: ApiModule, session: testSession, now: '2026-11-24T08:00:00Z' });
const port = (t.app.getHttpServer().address() as AddressInfo).port;
const operations = operationsOf(buildDocument(t.app));
const world = await aFuzzedWorld(t);

/** Sessions of its own for each operation, since some of them end sessions. */
async function headersFor({ surface }: Operation): Promise<Readonly<Record<string, string>>> {
  const personId = surface === 'CITIZEN' ? world.clientId : world.employeeId;
  const cookie = surface === null ? {} : { Cookie: await testSession.open(t.app, t.db.organisationId, surface, personId) };
  return { Host: testHost, 'X-Requested-By': 'test', 'Sec-Fetch-Site': 'same-origin', ...cookie };
}

/** A machine that was busy with something else is given a second chance. */
async function answerTo(request: RawRequest): Promise<RawAnswer> {
  const answer = await send(port, request);
  return answer.millis <= patience ? answer : send(port, request);
}

async function complaintsAbout(operation: Operation): Promise<readonly string[]> {
  const random = seededRandom(`${seed}/${operation.id}`);
  const complaints = new Map<string, string>();
  let headers = await headersFor(operation);
  for (let made = 0; made < inputs; made += 1) {
    if (made % 50 === 49) headers = await headersFor(operation);
    const bare = made % 10 === 0 ? fittingRequest(operation, world.ids, random) : hostileRequest(operation, world.ids, random);
    const request = { ...bare, headers: { ...headers, ...bare.headers } };
    const answer = await answerTo(request);
    const complaint = complaintAbout(operation, answer) ?? (answer.millis > patience ? 'takes more than two seconds' : null);
    const logged = answer.status >= 500 ? (t.logged.findLast((line) => line.includes('"err"')) ?? '').slice(0, 700) : '';
    if (complaint !== null)
      complaints.set(
        `${complaint.slice(0, 60)} ${logged.slice(-100)}`,
        `${complaint}\n  ${logged}\n  ${request.method} ${request.address.slice(0, 500)} ${JSON.stringify(bare.headers)} ${(request.body ?? '').slice(0, 500)}`,
      );
  }
  return [...complaints.values()];
}

describe(`whatever is sent (seed ${seed}, ${inputs} inputs an operation)`, () => {
  it.each(operations.map((operation) => [operation.id, operation] as const))(
    '%s answers as documented and never breaks',
    async (_id, operation) => {
      expect(await complaintsAbout(operation)).toEqual([]);
    },
    Math.max(60_000, inputs * 1000),
  );

  it('leaves no trace on the prototype of everything', () => {
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('writes no input into the log', async () => {
    const marker = `canary${newId().replaceAll('-', '')}`;
    await send(port, {
      method: 'GET',
      address: `/api/v1/public/services?search=${marker}&limit=${marker}`,
      headers: { Host: testHost, 'User-Agent': marker },
      body: null,
    });
    await send(port, {
      method: 'POST',
      address: '/api/v1/clients/search',
      body: JSON.stringify({ lastName: marker, birthOn: '1990-01-01', [marker]: marker }),
      headers: { ...(await headersFor({ surface: 'EMPLOYEE' } as Operation)), 'Content-Type': 'application/json' },
    });
    expect(t.logged.filter((line) => line.includes(marker))).toEqual([]);
  });
});
