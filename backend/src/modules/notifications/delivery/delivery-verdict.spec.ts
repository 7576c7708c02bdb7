import fc from 'fast-check';
import { HELSINKI, parseInstant } from '../../../kernel/index.ts';
import { deliveryVerdict, needsACall, nextAttemptAt, type DueMessage, type PresentContact } from './delivery-verdict.ts';

const noon = parseInstant('2026-12-01T10:00:00Z');
const night = parseInstant('2026-12-01T21:00:00Z');
const thursday = parseInstant('2026-12-10T14:00:00Z');

const message = (
  given: Partial<Omit<DueMessage, 'reservation'>> = {},
  reservation: Partial<DueMessage['reservation']> = {},
): DueMessage => ({
  kind: 'BOOKED',
  channel: 'SMS',
  plannedVersion: 1,
  dueAt: noon,
  notify: true,
  ...given,
  reservation: { status: 'BOOKED', messageVersion: 1, messages: 'ON', hidden: false, startsAt: thursday, zone: HELSINKI, ...reservation },
});
const contact = (given: Partial<PresentContact> = {}): PresentContact => ({
  phone: '+358500000001',
  phoneConfirmed: true,
  email: 'aino@example.fi',
  emailConfirmed: true,
  reminderChannels: ['SMS', 'EMAIL'],
  quiet: false,
  deceased: false,
  ...given,
});

describe('a message about to be sent', () => {
  it('goes to the present contact of its channel', () => {
    expect(deliveryVerdict(message(), contact(), noon)).toEqual({ outcome: 'SEND', recipient: '+358500000001' });
    expect(deliveryVerdict(message({ channel: 'EMAIL' }), contact(), noon)).toEqual({ outcome: 'SEND', recipient: 'aino@example.fi' });
  });

  it.each([
    ['the reservation was moved', message({}, { messageVersion: 2 }), contact(), 'SUPERSEDED'],
    ['it was cancelled', message({}, { status: 'CANCELLED' }), contact(), 'NOT_TRUE_ANY_MORE'],
    ['the client has arrived', message({ kind: 'REMINDER' }, { status: 'CHECKED_IN' }), contact(), 'NOT_TRUE_ANY_MORE'],
    ['a cancelling was taken back', message({ kind: 'CANCELLED' }), contact(), 'NOT_TRUE_ANY_MORE'],
    ['the time has begun', message({}, { startsAt: noon }), contact(), 'TIME_PASSED'],
    ['an employee switched the messages off', message({}, { messages: 'OFF' }), contact(), 'MESSAGES_OFF'],
    ['the client must not learn of it', message({}, { hidden: true }), contact(), 'MESSAGES_OFF'],
    ['this person is not to be told', message({ notify: false }), contact(), 'MESSAGES_OFF'],
    ['the client has died', message(), contact({ deceased: true }), 'DECEASED'],
    ['the client became quiet', message(), contact({ quiet: true }), 'QUIET_CLIENT'],
    ['the channel was switched off', message(), contact({ reminderChannels: ['EMAIL'] }), 'OPTED_OUT'],
    ['the new number is not confirmed', message(), contact({ phoneConfirmed: false }), 'NO_CONFIRMED_CONTACT'],
    ['there is no number any more', message(), contact({ phone: null }), 'NO_CONFIRMED_CONTACT'],
    ['the client is gone', message(), null, 'NO_CONFIRMED_CONTACT'],
  ] as const)('is skipped when %s', (_case, aMessage, aContact, reason) => {
    expect(deliveryVerdict(aMessage, aContact, noon)).toEqual({ outcome: 'SKIP', reason });
  });

  it('that says a time is cancelled is sent for a cancelled one', () => {
    expect(deliveryVerdict(message({ kind: 'CANCELLED' }, { status: 'CANCELLED' }), contact(), noon).outcome).toBe('SEND');
  });

  it('that comes late waits for the morning, unless that would be too late or it was planned for the night', () => {
    expect(deliveryVerdict(message(), contact(), night)).toEqual({ outcome: 'WAIT', until: parseInstant('2026-12-02T06:00:00Z') });
    expect(deliveryVerdict(message({}, { startsAt: parseInstant('2026-12-02T07:59:00Z') }), contact(), night).outcome).toBe('SEND');
    expect(deliveryVerdict(message({ dueAt: night }), contact(), night).outcome).toBe('SEND');
  });
});

describe('a failed attempt', () => {
  it('is followed by others after 1, 5, 15 and 60 minutes, then each hour for a day', () => {
    const waits = [1, 2, 3, 4, 5, 20].map((attempts) => nextAttemptAt(message(), attempts, noon)?.diff(noon).as('minutes'));
    expect(waits).toEqual([1, 5, 15, 60, 60, 60]);
    expect(nextAttemptAt(message(), 20, noon.plus({ hours: 23 }))).not.toBeNull();
    expect(nextAttemptAt(message(), 20, noon.plus({ hours: 23, seconds: 1 }))).toBeNull();
  });

  it('is never followed by one after the start', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 200 }), (attempts, minutes) => {
        const aMessage = message({}, { startsAt: noon.plus({ minutes }) });
        const next = nextAttemptAt(aMessage, attempts, noon);
        expect(next === null || next < aMessage.reservation.startsAt).toBe(true);
      }),
    );
  });

  it('asks for a call after a quarter of an hour when the start is within four hours', () => {
    const soon = message({}, { startsAt: noon.plus({ hours: 4 }) });
    expect(needsACall(soon, noon.plus({ minutes: 14 }))).toBe(false);
    expect(needsACall(soon, noon.plus({ minutes: 15 }))).toBe(true);
    expect(needsACall(message(), noon.plus({ hours: 5 }))).toBe(false);
  });
});
