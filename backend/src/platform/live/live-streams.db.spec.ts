import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import express from 'express';
import { readConfig } from '../config/index.ts';
import { RequestContext } from '../http/request-context.ts';
import { testDatabase } from '../testing/index.ts';
import { LiveListener } from './live-listener.ts';
import { LivePublisher } from './live-publisher.ts';
import { LiveStreams } from './live-streams.ts';

const db = await testDatabase();
const { organisationId } = db;
const listener = new LiveListener(readConfig({ DATABASE_URL: db.url, VUORO_KEYS_DIRECTORY: '/unused' }));
const streams = new LiveStreams(listener);
const publisher = new LivePublisher();
const errors: Error[] = [];

const server = createServer(
  express().get('/stream', (request, response) => {
    const context = new RequestContext('request-1', request);
    RequestContext.run(context, () =>
      streams.serve(response, {
        organisationId,
        personId: 'aino',
        sessionId: String(request.query['session']),
        subjects: ['calendar:1'],
        mayStay: () => Promise.resolve(RequestContext.current() === context),
      }),
    );
    response.on('error', (error) => errors.push(error));
  }),
);

async function follow(session: string): Promise<Response> {
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/stream?session=${session}`);
}

beforeAll(async () => {
  const ready = new Promise((resolve) => listener.subscribe(organisationId, [], resolve));
  listener.onApplicationBootstrap();
  await ready;
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterAll(async () => {
  streams.beforeApplicationShutdown();
  server.close();
  await listener.onApplicationShutdown();
});

it('a stream whose session ends together with changes of its calendar is ended, and nothing is written after the end', async () => {
  const answer = await follow('s1');
  await db.transactions.run({ organisationId }, async (tx) => {
    await publisher.publish(tx, 'session:s1');
    await publisher.publish(tx, 'calendar:1');
  });
  expect(await answer.text()).toBe('retry: 2000\n\n');
  await wait(20);
  expect(errors).toEqual([]);
});

it('the oldest stream of somebody who opens too many is told to come back late, and the others go on', async () => {
  const answers = [];
  for (let n = 1; n <= 7; n += 1) answers.push(await follow(`many-${n}`));
  expect(await answers[0]?.text()).toBe('retry: 2000\n\nretry: 60000\n\n');
  const heard = new Promise((resolve) => listener.subscribe(organisationId, ['calendar:1'], resolve));
  await db.transactions.run({ organisationId }, (tx) => publisher.publish(tx, 'calendar:1'));
  await heard;
  streams.beforeApplicationShutdown();
  for (const answer of answers.slice(1)) expect(await answer.text()).toContain('event: changed\ndata: {"subject":"calendar:1"}\n\n');
});

it('a stream whose rights are checked after a gap is asked as the request that opened it, and goes on', async () => {
  const answer = await follow('gap');
  const heardOf = (kind: string) =>
    new Promise<void>((resolve) => void listener.subscribe(organisationId, ['calendar:1'], (signal) => signal.kind === kind && resolve()));
  const gap = heardOf('RESET');
  await db.admin.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'vuoro-live' AND datname = current_database()`,
  );
  await gap;
  const change = heardOf('CHANGED');
  await db.transactions.run({ organisationId }, (tx) => publisher.publish(tx, 'calendar:1'));
  await change;
  streams.beforeApplicationShutdown();
  expect(await answer.text()).toMatch(/event: reset.*event: changed/s);
});
