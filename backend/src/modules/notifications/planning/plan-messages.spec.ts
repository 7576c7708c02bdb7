import fc from 'fast-check';
import { DateTime } from 'luxon';
import { HELSINKI, localDateOf, localTimeOf, parseInstant, daysBetween } from '../../../kernel/index.ts';
import { planMessages, planReminders, type Happening, type MessagePlan, type PlannedReservation, type Recipient } from './plan-messages.ts';
import { isQuietHour } from './sending-hours.ts';

const at = (text: string): DateTime => parseInstant(text);
const thursday = at('2026-12-10T14:00:00Z'); // 16.00 in Helsinki
const aWeekBefore = at('2026-12-01T09:00:00Z'); // 11.00
const night = at('2026-12-01T21:30:00Z'); // 23.30

const reservation = (given: Partial<PlannedReservation> = {}): PlannedReservation => ({
  startsAt: thursday,
  zone: HELSINKI,
  messages: 'ON',
  hidden: false,
  reminderDaysBefore: [4, 1],
  ...given,
});
const recipient = (given: Partial<Recipient> = {}): Recipient => ({
  clientId: 'aino',
  booker: true,
  notify: true,
  quiet: false,
  deceased: false,
  reminderChannels: ['SMS', 'EMAIL'],
  confirmedChannels: ['SMS', 'EMAIL'],
  ...given,
});
const booked: Happening = { kind: 'BOOKED', byCitizen: false };
const bookedByCitizen: Happening = { kind: 'BOOKED', byCitizen: true };
const cancelled: Happening = { kind: 'CANCELLED' };
const said = (plans: readonly MessagePlan[]): string[] =>
  plans.map(
    (plan) =>
      `${plan.kind} ${plan.channel} ${plan.step} ${localDateOf(plan.dueAt, HELSINKI)} ${localTimeOf(plan.dueAt, HELSINKI)}${plan.skip === null ? '' : ` (${plan.skip})`}`,
  );

describe('booking', () => {
  it('is told at once on both channels and reminded of on the same wall clock four days and one day before', () => {
    expect(said(planMessages(reservation(), recipient(), booked, aWeekBefore))).toEqual([
      'BOOKED SMS NOW 2026-12-01 11:00',
      'BOOKED EMAIL NOW 2026-12-01 11:00',
      'REMINDER SMS 4D 2026-12-06 16:00',
      'REMINDER EMAIL 4D 2026-12-06 16:00',
      'REMINDER SMS 1D 2026-12-09 16:00',
      'REMINDER EMAIL 1D 2026-12-09 16:00',
    ]);
  });

  it('by an employee at night is told at eight, by the client at once', () => {
    const only = recipient({ reminderChannels: ['SMS'] });
    expect(said(planMessages(reservation({ reminderDaysBefore: [] }), only, booked, night))).toEqual(['BOOKED SMS NOW 2026-12-02 08:00']);
    expect(said(planMessages(reservation({ reminderDaysBefore: [] }), only, bookedByCitizen, night))).toEqual([
      'BOOKED SMS NOW 2026-12-01 23:30',
    ]);
    expect(
      said(
        planMessages(
          reservation({ reminderDaysBefore: [] }),
          recipient({ booker: false, reminderChannels: ['SMS'] }),
          bookedByCitizen,
          night,
        ),
      ),
    ).toEqual(['BOOKED SMS NOW 2026-12-02 08:00']);
  });

  it('late in the evening of a time before the next morning’s eight is told at once', () => {
    const early = reservation({ startsAt: at('2026-12-02T05:45:00Z') });
    expect(said(planMessages(early, recipient({ reminderChannels: ['SMS'] }), booked, night))).toEqual(['BOOKED SMS NOW 2026-12-01 23:30']);
  });

  it('less than a day before has no reminder; exactly a day before has none that would be due already', () => {
    const close = thursday.minus({ hours: 24 });
    expect(planReminders(reservation(), recipient(), close.plus({ seconds: 1 }))).toEqual([]);
    expect(planReminders(reservation(), recipient(), close)).toEqual([]);
    expect(said(planReminders(reservation(), recipient({ reminderChannels: ['SMS'] }), close.minus({ seconds: 1 })))).toEqual([
      'REMINDER SMS 1D 2026-12-09 16:00',
    ]);
  });

  it('of an early time is reminded of in the evening before the quiet hours', () => {
    const early = reservation({ startsAt: at('2026-12-10T05:30:00Z'), reminderDaysBefore: [1] });
    expect(said(planReminders(early, recipient({ reminderChannels: ['SMS'] }), aWeekBefore))).toEqual(['REMINDER SMS 1D 2026-12-08 19:30']);
    const late = reservation({ startsAt: at('2026-12-10T18:30:00Z'), reminderDaysBefore: [1] });
    expect(said(planReminders(late, recipient({ reminderChannels: ['SMS'] }), aWeekBefore))).toEqual(['REMINDER SMS 1D 2026-12-09 19:30']);
  });
});

describe('moving and cancelling', () => {
  it('wait for the morning, unless the old or the new time is within a day', () => {
    const far = recipient({ reminderChannels: ['SMS'] });
    const moved = (previousStartsAt: DateTime): string[] =>
      said(planMessages(reservation({ reminderDaysBefore: [] }), far, { kind: 'MOVED', previousStartsAt }, night));
    expect(moved(thursday.minus({ days: 1 }))).toEqual(['MOVED SMS NOW 2026-12-02 08:00']);
    expect(moved(night.plus({ hours: 20 }))).toEqual(['MOVED SMS NOW 2026-12-01 23:30']);
    const soon = reservation({ startsAt: night.plus({ hours: 20 }), reminderDaysBefore: [] });
    expect(said(planMessages(soon, far, { kind: 'MOVED', previousStartsAt: thursday }, night))).toEqual(['MOVED SMS NOW 2026-12-01 23:30']);
    expect(said(planMessages(reservation(), far, cancelled, night))).toEqual(['CANCELLED SMS NOW 2026-12-02 08:00']);
    expect(said(planMessages(soon, far, cancelled, night))).toEqual(['CANCELLED SMS NOW 2026-12-01 23:30']);
  });

  it('a cancelled time has no reminders', () => {
    expect(planMessages(reservation(), recipient(), cancelled, aWeekBefore).map((plan) => plan.kind)).toEqual(['CANCELLED', 'CANCELLED']);
  });
});

describe('silence', () => {
  it.each([
    ['MESSAGES_OFF', { messages: 'OFF' as const }, {}],
    ['MESSAGES_OFF', { hidden: true }, {}],
    ['MESSAGES_OFF', {}, { notify: false }],
    ['QUIET_CLIENT', {}, { quiet: true }],
    ['DECEASED', {}, { deceased: true }],
    ['OPTED_OUT', {}, { reminderChannels: [] }],
  ] as const)('%s is visible as a skipped message and plans no reminder (%j, %j)', (reason, ofReservation, ofRecipient) => {
    const plans = planMessages(reservation(ofReservation), recipient(ofRecipient), booked, aWeekBefore);
    expect(plans.length).toBeGreaterThan(0);
    expect(plans.every((plan) => plan.kind === 'BOOKED' && plan.skip === reason)).toBe(true);
  });

  it('without a confirmed contact is visible, and promises no reminder', () => {
    const plans = planMessages(
      reservation({ reminderDaysBefore: [1] }),
      recipient({ reminderChannels: ['SMS'], confirmedChannels: [] }),
      booked,
      aWeekBefore,
    );
    expect(said(plans)).toEqual(['BOOKED SMS NOW 2026-12-01 11:00 (NO_CONFIRMED_CONTACT)']);
  });

  it('on one channel leaves the other', () => {
    expect(
      said(planMessages(reservation({ reminderDaysBefore: [1] }), recipient({ confirmedChannels: ['EMAIL'] }), booked, aWeekBefore)),
    ).toEqual(['BOOKED EMAIL NOW 2026-12-01 11:00', 'REMINDER EMAIL 1D 2026-12-09 16:00']);
  });
});

describe('whatever is planned', () => {
  const minute = fc.integer({ min: 0, max: 60 * 24 * 365 * 2 });
  const aStart = minute.map((minutes) => at('2026-10-01T00:00:00Z').plus({ minutes }));
  const anHour = fc.integer({ min: 1, max: 24 * 40 });
  const zones = fc.constantFrom(HELSINKI, 'Europe/Stockholm', 'Atlantic/Azores');

  it('no reminder is due in a quiet hour, after the start, or before it was planned; and each is on its day, or the evening before', () => {
    fc.assert(
      fc.property(
        aStart,
        anHour,
        zones,
        fc.uniqueArray(fc.integer({ min: 1, max: 14 }), { maxLength: 4 }),
        (startsAt, hours, zone, days) => {
          const now = startsAt.minus({ hours });
          for (const plan of planReminders(reservation({ startsAt, zone, reminderDaysBefore: days }), recipient(), now)) {
            expect(isQuietHour(plan.dueAt, zone)).toBe(false);
            expect(plan.dueAt > now && plan.dueAt < startsAt).toBe(true);
            const day = Number(plan.step.slice(0, -1));
            const early = daysBetween(localDateOf(plan.dueAt, zone), localDateOf(startsAt, zone)) - day;
            const sameClock = localTimeOf(plan.dueAt, zone) === localTimeOf(startsAt, zone);
            expect(sameClock ? early : [0, 1].includes(early) && isQuietHour(startsAt, zone)).toBe(sameClock ? 0 : true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('nine o’clock is reminded of at nine on both sides of the nights on which clocks are moved', () => {
    for (const [start, due] of [
      ['2027-03-28T06:00:00Z', '2027-03-27T07:00:00Z'],
      ['2027-03-29T06:00:00Z', '2027-03-28T06:00:00Z'],
      ['2027-10-31T07:00:00Z', '2027-10-30T06:00:00Z'],
      ['2027-11-01T07:00:00Z', '2027-10-31T07:00:00Z'],
    ] as const) {
      const [plan] = planReminders(
        reservation({ startsAt: at(start), reminderDaysBefore: [1] }),
        recipient(),
        at(start).minus({ days: 5 }),
      );
      expect(plan?.dueAt.toISO()).toBe(at(due).toISO());
    }
  });

  it('what happened is told at once or at eight in the morning, never after the start', () => {
    const happenings = fc.constantFrom<Happening>(booked, bookedByCitizen, cancelled, { kind: 'MOVED', previousStartsAt: thursday });
    fc.assert(
      fc.property(aStart, anHour, zones, happenings, (startsAt, hours, zone, happening) => {
        const now = startsAt.minus({ hours });
        for (const plan of planMessages(reservation({ startsAt, zone, reminderDaysBefore: [] }), recipient(), happening, now)) {
          expect(plan.dueAt < startsAt).toBe(true);
          expect(plan.dueAt.toMillis() === now.toMillis() || localTimeOf(plan.dueAt, zone) === '08:00').toBe(true);
          if (isQuietHour(plan.dueAt, zone)) expect(plan.dueAt.toMillis()).toBe(now.toMillis());
        }
      }),
      { numRuns: 500 },
    );
  });

  it('no two messages are the same', () => {
    fc.assert(
      fc.property(aStart, anHour, fc.array(fc.integer({ min: 1, max: 5 })), (startsAt, hours, days) => {
        const plans = planMessages(reservation({ startsAt, reminderDaysBefore: days }), recipient(), booked, startsAt.minus({ hours }));
        expect(new Set(plans.map((plan) => `${plan.kind} ${plan.channel} ${plan.step}`)).size).toBe(plans.length);
      }),
    );
  });
});
