import { afterAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import supertest from 'supertest';
import { ApiModule } from './api.module.ts';
import { publicKey } from './platform/access/index.ts';
import { Config, readConfig } from './platform/config/index.ts';
import { configureApplication, RouteInventory, type Route } from './platform/http/index.ts';
import { generateDocuments } from './platform/http/openapi/generate.ts';
import { testDatabase, testHost } from './platform/testing/index.ts';
import { testEnvironment } from './platform/testing/test-environment.ts';

const db = await testDatabase();
const config = readConfig({
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  DATABASE_URL: db.url,
  VUORO_KEYS_DIRECTORY: testEnvironment().keysDirectory,
  OIDC_CITIZEN_ISSUER: 'http://127.0.0.1:9/',
  OIDC_CITIZEN_CLIENT_ID: 'vuoro-citizen',
  OIDC_EMPLOYEE_ISSUER: 'http://127.0.0.1:9/',
  OIDC_EMPLOYEE_CLIENT_ID: 'vuoro-employee',
  VUORO_REQUESTS_PER_ADDRESS: '100000',
});
const testing = await Test.createTestingModule({ imports: [ApiModule] })
  .overrideProvider(Config)
  .useValue(config)
  .compile();
const app = configureApplication(testing.createNestApplication<NestExpressApplication>({ bodyParser: false }));
await app.init();
afterAll(() => app.close());

const routes = app.get(RouteInventory).routes;
const someId = '019ab0c2-6f0e-7c3a-9d54-2f6b8a1e7d10';
const ownPage = { 'X-Requested-By': 'test', 'Sec-Fetch-Site': 'same-origin' };

function addressOf(route: Route): string {
  return route.path.replaceAll(/:\w+/g, someId);
}

async function statusOf(method: string, path: string): Promise<number> {
  const response = await supertest(app.getHttpServer())
    [method.toLowerCase() as 'get'](path)
    .set({ Host: testHost, ...ownPage });
  return response.status;
}

function isPublic(route: Route): boolean {
  return (Reflect.getMetadata(publicKey, route.handler) ?? Reflect.getMetadata(publicKey, route.controller)) === true;
}

const guarded = routes.filter((route) => !isPublic(route));

describe('the API (AC02)', () => {
  it('has routes with access and audit decided, or it would not have started', () => {
    expect(guarded.length).toBeGreaterThan(20);
  });

  it('documents every route but those for operators and browsers alone', async () => {
    const [openapi] = await generateDocuments(ApiModule);
    const documented = [...(openapi?.text.matchAll(/^ {2}(\/\S+|"\/[^"]+"):$/gm) ?? [])].map(([, path = '']) => path.replaceAll('"', ''));
    const paths = new Set(routes.map((route) => route.path.replaceAll(/:(\w+)/g, '{$1}')));
    const undocumented = [...paths].filter((path) => !documented.includes(path) && !/^\/(metrics|auth)(\/|$)/.test(path));
    expect(undocumented).toEqual([]);
    expect(documented.filter((path) => !paths.has(path))).toEqual([]);
  });

  it('answers nobody who is not signed in, with HEAD no more than with GET', async () => {
    const open: string[] = [];
    for (const route of guarded) {
      if ((await statusOf(route.method, addressOf(route))) !== 401) open.push(`${route.method} ${route.path}`);
      if (route.method === 'GET' && (await statusOf('HEAD', addressOf(route))) !== 401) open.push(`HEAD ${route.path}`);
    }
    expect(open).toEqual([]);
  });

  it('has no second spelling for any of its paths', async () => {
    const reached: string[] = [];
    for (const route of routes) {
      const address = addressOf(route);
      const [, first = '', rest = ''] = /^(\/[^/]+)(.*)$/.exec(address) ?? [];
      const spellings = [
        `/${address}`,
        `${first}/${rest}`,
        `${address}/`,
        `${first.toUpperCase()}${rest}`,
        `${first}/%2e${rest}`,
        `${address}%2f`,
        `${address}%00`,
        `${first}/.${rest}`,
      ];
      for (const spelling of spellings.filter((candidate) => candidate !== address)) {
        const status = await statusOf(route.method, spelling);
        if (status !== 404) reached.push(`${route.method} ${spelling}: ${status}`);
      }
    }
    expect(reached).toEqual([]);
  });
});
