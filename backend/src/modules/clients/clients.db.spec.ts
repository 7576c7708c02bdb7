import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant, PersonalIdentityCode, toLocalDate } from '../../kernel/index.ts';
import { testDatabase } from '../../platform/testing/index.ts';
import { FindOrCreateClientBySignIn, type SignInClaims } from './find-or-create-client-by-sign-in.ts';
import './index.ts';
import { Audit } from '../../platform/audit/index.ts';
import { aClient, clientsRepositoryOf } from './testing/index.ts';

const db = await testDatabase();
const repository = await clientsRepositoryOf(db.transactions);
const now = parseInstant('2026-11-24T08:00:00Z');
const signIn = new FindOrCreateClientBySignIn(repository, new Audit(new ManualClock(now)), new ManualClock(now));

function codeOf(text: string): PersonalIdentityCode {
  const parsed = PersonalIdentityCode.parse(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.code;
}

function claims(code: string, given: Partial<SignInClaims> = {}): SignInClaims {
  return {
    organisationId: db.organisationId,
    identity: { kind: 'PERSONAL_IDENTITY_CODE', code: codeOf(code) },
    firstNames: 'Aino',
    lastName: 'Virtanen',
    nonDisclosure: false,
    language: 'sv',
    ...given,
  };
}

const signInWith = (given: SignInClaims) => db.transactions.run(given, (tx) => signIn.execute(tx, given));
const clientCount = async () => Number(((await db.admin.query('SELECT count(*) FROM client')) as { count: string }[])[0]?.count);

beforeEach(async () => {
  await db.admin.query('TRUNCATE client CASCADE');
});

describe('the client register', () => {
  it('leaves a row of its own when a non-disclosure is set, once, whoever comes first', async () => {
    const marked = claims('010195-9930', { nonDisclosure: true });
    const { id } = await signInWith(claims('010195-9930'));
    await Promise.all(Array.from({ length: 4 }, () => signInWith(marked)));
    await signInWith(marked);
    const { id: born } = await signInWith({ ...marked, identity: { kind: 'EIDAS', code: 'FI/SE/1', birthOn: null } });
    const rows = await db.admin.query(`SELECT client_ids, actor_kind FROM audit_event WHERE action = 'NonDisclosureSet' ORDER BY at, id`);
    expect(rows).toEqual([
      { client_ids: [id], actor_kind: 'SYSTEM' },
      { client_ids: [born], actor_kind: 'SYSTEM' },
    ]);
  });

  it('makes one client of two simultaneous first sign-ins of a person', async () => {
    const found = await Promise.all(Array.from({ length: 6 }, () => signInWith(claims('010195-9930'))));
    expect(new Set(found.map((client) => client.id)).size).toBe(1);
    expect(await clientCount()).toBe(1);
  });

  it('T10: keeps apart two people whose codes differ only in the separator', async () => {
    const [one, other] = [await signInWith(claims('010195-9930')), await signInWith(claims('010195Y9930'))];
    expect(one.id).not.toBe(other.id);
  });

  it('follows a change of name at the next sign-in, and keeps a non-disclosure about which the provider is silent', async () => {
    const first = await signInWith(claims('010195-9930', { nonDisclosure: true }));
    await signInWith(claims('010195-9930', { lastName: 'Korhonen', nonDisclosure: null }));
    const client = await db.transactions.run(db, (tx) => repository.find(tx, first.id));
    expect(client).toMatchObject({ lastName: 'Korhonen', nonDisclosure: true, version: 2, messageLanguage: 'sv', birthOn: '1995-01-01' });
  });

  it('P24: keeps a non-disclosure that an employee has set, whatever the provider says', async () => {
    const { id } = await aClient({ identityCode: '010195-9930', nonDisclosure: true }).save(db);
    for (const nonDisclosure of [false, null]) await signInWith(claims('010195-9930', { nonDisclosure }));
    expect(await db.transactions.run(db, (tx) => repository.find(tx, id))).toMatchObject({ nonDisclosure: true, lastName: 'Virtanen' });
  });

  it('asks for a number again that was confirmed before the non-disclosure came, and once only', async () => {
    const { id } = await aClient({ identityCode: '010195-9930', phone: '+358401234567' as never }).save(db);
    const confirmNumber = (version: number) =>
      db.transactions.run(db, (tx) => repository.change(tx, db.organisationId, id, version, { phoneConfirmedAt: now }, now));
    const confirmedAt = async () => (await db.transactions.run(db, (tx) => repository.find(tx, id)))?.phoneConfirmedAt ?? null;
    await confirmNumber(1);
    await signInWith(claims('010195-9930', { nonDisclosure: true }));
    expect(await confirmedAt()).toBeNull();
    await confirmNumber(3);
    await signInWith(claims('010195-9930', { nonDisclosure: true }));
    expect(await confirmedAt()).toEqual(now);
  });

  it('knows a person once in each organisation, and neither sees the other', async () => {
    const here = await signInWith(claims('010195-9930'));
    const there = await signInWith(claims('010195-9930', { organisationId: db.otherOrganisationId }));
    expect(here.id).not.toBe(there.id);
    expect(await db.transactions.run(db, (tx) => repository.find(tx, there.id))).toBeNull();
  });

  it('never takes a foreign identifier for a Finnish code', async () => {
    const official = await signInWith(claims('010195-9930'));
    const foreign = await signInWith(claims('010195-9930', { identity: { kind: 'EIDAS', code: '010195-9930', birthOn: null } }));
    expect(foreign.id).not.toBe(official.id);
  });

  it('AC 22: holds no identity code, number or address in clear', async () => {
    await aClient({ identityCode: '010195-9930', phone: '+358401234567' as never, email: 'aino@example.fi' as never }).save(db);
    const [row] = (await db.admin.query('SELECT client::text AS dump FROM client')) as { dump: string }[];
    expect(row?.dump).not.toMatch(/010195-9930|401234567|aino@example/);
  });

  it('finds by whole name and birth date without regard to case, never by a part of the name', async () => {
    const birthOn = toLocalDate('1990-05-06');
    const { id } = await aClient({ lastName: 'Mäki-Virtanen', birthOn }).save(db);
    const find = (name: string) => db.transactions.run(db, (tx) => repository.idsByNameAndBirth(tx, name, birthOn, 20));
    expect(await find('MÄKI-virtanen')).toEqual([id]);
    expect(await find('Mäki')).toEqual([]);
    expect(await find('%')).toEqual([]);
  });

  it('refuses a change of a version that is no longer current', async () => {
    const { id } = await aClient().save(db);
    const change = (version: number) =>
      db.transactions.run(db, (tx) =>
        repository.change(tx, db.organisationId, id, version, { messageLanguage: 'en' }, parseInstant('2026-11-24T08:00:00Z')),
      );
    expect(await change(1)).toBe(true);
    expect(await change(1)).toBe(false);
  });

  it('locks only clients that there are', async () => {
    const { id } = await aClient().save(db);
    expect(await db.transactions.run(db, (tx) => repository.lock(tx, id))).toBe(true);
    expect(await db.transactions.run(db, (tx) => repository.lock(tx, newId()))).toBe(false);
  });
});
