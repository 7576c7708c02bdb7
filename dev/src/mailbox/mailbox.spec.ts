import assert from 'node:assert/strict';
import { appendFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { createTransport } from 'nodemailer';
import { startDevServer, type DevServer } from '../dev-server.ts';
import { freePort } from '../ports.ts';
import { smsSize, type Message } from './message.ts';
import { MessageStore } from './store.ts';

let folder: string;
let server: DevServer;
let smtpPort: number;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vuoro-spec-'));
  server = await start();
});
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await fetch(`${server.issuer}/mailbox/messages`, { method: 'DELETE' });
  await setFaults({ sms: 'ok', smtp: 'ok' });
});

async function start(): Promise<DevServer> {
  smtpPort = await freePort();
  return startDevServer({ dataDirectory: folder, applicationPort: 4999, port: await freePort(), smtpPort, firstDay: '2026-11-23' }, {});
}

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${server.issuer}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

async function setFaults(faults: Record<string, string>): Promise<void> {
  assert.equal((await post('/mailbox/faults', faults)).status, 200);
}

const sms = (key: string, body = 'Sinulle on varattu aika.') =>
  post('/sms', { to: '+358500000001', from: 'NHalue', body, idempotencyKey: key });

async function messages(query = ''): Promise<Message[]> {
  return (await (await fetch(`${server.issuer}/mailbox/messages${query}`)).json()) as Message[];
}

function mail(subject: string, text: string): Promise<unknown> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, secure: false, ignoreTLS: true });
  return transport.sendMail({ from: 'ajanvaraus@nasiharju.example', to: 'aino@example.invalid', subject, text });
}

test('an SMS sent twice with one key, even at once, arrives once', async () => {
  const answers = await Promise.all([sms('k1'), sms('k1'), sms('k1')]);
  const ids = await Promise.all(answers.map(async (answer) => ((await answer.json()) as { id: string }).id));
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [202, 202, 202],
  );
  assert.equal(new Set(ids).size, 1);
  assert.equal((await messages()).length, 1);
});

test('the key of an SMS is remembered over a restart', async () => {
  await sms('k2');
  await server.stop();
  server = await start();
  await sms('k2');
  assert.equal((await messages()).length, 1);
});

test('an SMS shows what it costs on the air', () => {
  assert.deepEqual(smsSize('Sinulle on varattu aika pe 11.12.2026 klo 9.00. Näsiharju äöå'), {
    encoding: 'GSM-7',
    length: 61,
    segments: 1,
  });
  assert.deepEqual(smsSize('a'.repeat(161)), { encoding: 'GSM-7', length: 161, segments: 2 });
  assert.deepEqual(smsSize('Áigi lea várrejuvvon: č'), { encoding: 'UCS-2', length: 23, segments: 1 });
  assert.equal(smsSize('č'.repeat(71)).segments, 2);
  assert.equal(smsSize('€').length, 2);
});

test('an e-mail arrives as it was written, letters with marks and long lines too', async () => {
  const text = `Sinulle on varattu aika pe 11.12.2026 klo 12.30.\n\nNäsiharjun hyvinvointialue – ${'pitkä rivi '.repeat(20).trim()}`;
  await mail('Varattu aika: Näsiharjun hyvinvointialue, välfärdsområde och något mer åäö', text);
  const [message] = await messages('?to=aino@example.invalid');
  assert.equal(message?.subject, 'Varattu aika: Näsiharjun hyvinvointialue, välfärdsområde och något mer åäö');
  assert.equal(message?.text, text);
  assert.deepEqual([message?.channel, message?.from, message?.attachments], ['EMAIL', 'ajanvaraus@nasiharju.example', []]);
});

test('messages are listed newest first, by recipient and since a moment', async () => {
  await sms('k3', 'first');
  const [first] = await messages();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await mail('x', 'second');
  assert.deepEqual(
    (await messages()).map((message) => message.text),
    ['second', 'first'],
  );
  assert.deepEqual(
    (await messages(`?since=${first?.receivedAt ?? ''}`)).map((message) => message.text),
    ['second'],
  );
  assert.deepEqual(
    (await messages('?to=%2B358500000001')).map((message) => message.text),
    ['first'],
  );
});

test('the channels fail when they are told to, and recover', async () => {
  await setFaults({ sms: 'down', smtp: 'down' });
  assert.equal((await sms('k4')).status, 503);
  await assert.rejects(mail('x', 'y'), { responseCode: 451 });
  await setFaults({ sms: 'rejects', smtp: 'rejects' });
  assert.equal((await sms('k4')).status, 422);
  await assert.rejects(mail('x', 'y'), { responseCode: 550 });
  await setFaults({ sms: 'ok', smtp: 'ok' });
  assert.equal((await sms('k4')).status, 202);
  assert.equal((await messages()).length, 1);
});

test('another web page cannot delete the messages', async () => {
  await sms('k5');
  const answer = await fetch(`${server.issuer}/mailbox/messages`, { method: 'DELETE', headers: { 'sec-fetch-site': 'cross-site' } });
  assert.equal(answer.status, 403);
  assert.equal((await messages()).length, 1);
});

test('the page speaks the language of the browser, or the one that is chosen', async () => {
  const page = async (path: string, accepted: string): Promise<string> =>
    (await fetch(`${server.issuer}${path}`, { headers: { 'accept-language': accepted } })).text();
  assert.match(await page('/mailbox', 'sv-FI,sv;q=0.9,en;q=0.8'), /<html lang="sv">[^]*Meddelanden/);
  assert.match(await page('/mailbox?language=fi', 'en'), /<html lang="fi">[^]*Viestilaatikko/);
  assert.match(await page('/mailbox', 'de'), /<html lang="fi">/);
});

test('an open page learns of each message at once', async () => {
  const stop = new AbortController();
  const live = await fetch(`${server.issuer}/mailbox/live`, { signal: stop.signal });
  const reader = live.body?.getReader() ?? assert.fail('no stream');
  await reader.read();
  await sms('k6', 'heti');
  const { value } = await reader.read();
  assert.match(new TextDecoder().decode(value), /"text":"heti"/);
  stop.abort();
});

test('the oldest messages are forgotten beyond the capacity, and a line cut short by a kill is skipped', () => {
  const file = join(folder, 'capped', 'messages.jsonl');
  const store = new MessageStore(file, 3);
  const message = { channel: 'SMS', from: 'NHalue', to: '+358500000001', subject: null, sms: null, key: null, attachments: [] } as const;
  for (let n = 1; n <= 8; n += 1) store.add({ ...message, text: String(n) });
  appendFileSync(file, '{"id":"half');
  assert.deepEqual(
    new MessageStore(file, 3).list().map(({ text }) => text),
    ['8', '7', '6'],
  );
});
