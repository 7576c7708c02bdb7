import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock, newId, parseInstant } from '../../kernel/index.ts';
import { RequestContext } from '../http/request-context.ts';
import { aCitizen, aGrant, anEmployee, testDatabase, theSystem } from '../testing/index.ts';
import { Audit } from './audit.ts';
import type { AuditEntry } from './audit-entry.ts';

const db = await testDatabase();
const clock = new ManualClock(parseInstant('2026-11-24T08:00:00Z'));
const audit = new Audit(clock);

const anEntry = (given: Partial<AuditEntry> = {}): AuditEntry => ({
  action: 'ReservationView',
  what: 'view',
  objectType: 'reservation',
  objectIds: [newId()],
  clientIds: [newId()],
  purpose: 'ASSIGNED',
  ...given,
});
const rows = (): Promise<Record<string, unknown>[]> => db.admin.query('SELECT * FROM audit_event ORDER BY id');

beforeEach(() => db.reset());

describe('the usage log', () => {
  it('says who used whose data, when, in which role and unit, and why', async () => {
    const unitId = newId();
    const employee = anEmployee({ grants: [aGrant({ role: 'SUPERVISOR', unitId }), aGrant({ role: 'EMPLOYEE', unitId })] });
    const entry = anEntry({ reason: 'absence', details: { channel: 'phone' } });
    await db.transactions.run(employee, (tx) => audit.record(tx, employee, entry));
    expect(await rows()).toMatchObject([
      {
        organisation_id: db.organisationId,
        at: new Date('2026-11-24T08:00:00Z'),
        actor_kind: 'EMPLOYEE',
        actor_id: employee.employeeId,
        actor_name: employee.name,
        actor_roles: ['EMPLOYEE', 'SUPERVISOR'],
        actor_unit_id: unitId,
        action: 'ReservationView',
        what: 'view',
        object_ids: entry.objectIds,
        client_ids: entry.clientIds,
        purpose: 'ASSIGNED',
        reason: 'absence',
        session_id: employee.sessionId,
        result: 'OK',
        details: { channel: 'phone' },
      },
    ]);
  });

  it('names the representative and the represented', async () => {
    const guardian = aCitizen({ onBehalfOfClientId: newId() });
    await db.transactions.run(guardian, (tx) => audit.record(tx, guardian, anEntry({ purpose: 'OWN_MATTER' })));
    expect(await rows()).toMatchObject([
      { actor_kind: 'PROXY', actor_id: guardian.clientId, on_behalf_of_client_id: guardian.onBehalfOfClientId },
    ]);
  });

  it('has one row with every client of a list, each once', async () => {
    const [first, second] = [newId(), newId()];
    await db.transactions.run(theSystem(), (tx) =>
      audit.record(tx, theSystem(), anEntry({ what: 'list', clientIds: [first, second, first] })),
    );
    expect((await rows()).map((row) => row['client_ids'])).toEqual([[first, second]]);
  });

  it('ties the row to the request, and knows that the request was audited', async () => {
    const request = new RequestContext('request-1', {} as never);
    request.ipHash = 'abc';
    expect(audit.hasRecorded(request)).toBe(false);
    await RequestContext.run(request, () => db.transactions.run(theSystem(), (tx) => audit.record(tx, theSystem(), anEntry())));
    expect(audit.hasRecorded(request)).toBe(true);
    expect(await rows()).toMatchObject([{ request_id: 'request-1', ip_hash: 'abc' }]);
  });

  it('goes with the change: when the transaction fails, there is neither', async () => {
    const failing = db.transactions.run(theSystem(), async (tx) => {
      await audit.record(tx, theSystem(), anEntry());
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await rows()).toEqual([]);
  });

  it('cannot be changed, emptied or thinned out by the application', async () => {
    await db.transactions.run(theSystem(), (tx) => audit.record(tx, theSystem(), anEntry()));
    for (const attempt of [
      `UPDATE audit_event SET reason = 'x'`,
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
      'DELETE FROM audit_seal',
    ]) {
      await expect(db.transactions.run(theSystem(), (tx) => tx.query(attempt))).rejects.toThrow('permission denied');
    }
    expect(await rows()).toHaveLength(1);
  });

  it('is invisible to another organisation, and cannot be written for one', async () => {
    await db.transactions.run(theSystem(), (tx) => audit.record(tx, theSystem(), anEntry()));
    const elsewhere = { organisationId: db.otherOrganisationId };
    expect(await db.transactions.run(elsewhere, (tx) => tx.query('SELECT id FROM audit_event'))).toEqual([]);
    await expect(db.transactions.run(elsewhere, (tx) => audit.record(tx, theSystem(), anEntry()))).rejects.toThrow('row-level security');
  });
});
