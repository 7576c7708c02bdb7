import { DateTime } from 'luxon';
import {
  mayCitizenBook,
  mayCitizenCancel,
  mayCitizenMove,
  mayReportCannotCome,
  type BookedTime,
  type CitizenBookingRequest,
  type CitizenBookingRule,
} from './reservation-rules.ts';

const now = DateTime.fromISO('2026-11-23T10:00:00Z', { zone: 'utc' });
const at = (text: string): DateTime => DateTime.fromISO(text, { zone: 'utc' });

const rule: CitizenBookingRule = {
  citizenMayBook: true,
  minNoticeHours: 48,
  horizonDays: 60,
  maxActive: 1,
  modes: ['VISIT', 'REMOTE'],
  needsEligibility: true,
};
const request: CitizenBookingRequest = {
  startsAt: now.plus({ days: 7 }),
  mode: 'VISIT',
  eligibilityConfirmed: true,
  activeOfType: 0,
  overlapsOwn: false,
};

describe('booking by a citizen', () => {
  it('is allowed when every rule is met', () => {
    expect(mayCitizenBook(rule, request, now).allowed).toBe(true);
  });

  it.each([
    ['the type is closed to citizens', { ...rule, citizenMayBook: false }, request, 'NOT_BOOKABLE_ONLINE'],
    ['the mode is not offered', rule, { ...request, mode: 'PHONE' }, 'MODE_NOT_OFFERED'],
    ['the statement is not confirmed', rule, { ...request, eligibilityConfirmed: false }, 'ELIGIBILITY_NOT_CONFIRMED'],
    [
      'one second less than the notice is left',
      rule,
      { ...request, startsAt: now.plus({ hours: 48 }).minus({ seconds: 1 }) },
      'TOO_LATE_TO_BOOK',
    ],
    ['the time lies beyond the horizon', rule, { ...request, startsAt: now.plus({ days: 60 }) }, 'BEYOND_HORIZON'],
    ['there is already one', rule, { ...request, activeOfType: 1 }, 'TOO_MANY_ACTIVE'],
    ['the person is elsewhere then', rule, { ...request, overlapsOwn: true }, 'OWN_OVERLAP'],
  ] as const)('is refused when %s', (_case, aRule, aRequest, reason) => {
    expect(mayCitizenBook(aRule, aRequest, now)).toMatchObject({ allowed: false, reason });
  });

  it('is allowed exactly at the notice', () => {
    expect(mayCitizenBook(rule, { ...request, startsAt: now.plus({ hours: 48 }) }, now).allowed).toBe(true);
  });

  it('has no limit of active times when the type sets none', () => {
    expect(mayCitizenBook({ ...rule, maxActive: null }, { ...request, activeOfType: 99 }, now).allowed).toBe(true);
  });
});

describe('cancelling and moving by a citizen', () => {
  const booked: BookedTime = {
    status: 'BOOKED',
    startsAt: at('2026-11-26T14:00:00Z'),
    rule: { mayMove: true, mayCancel: true, moveDeadlineHours: 24, cancelDeadlineHours: 48 },
    personMayCancel: true,
  };
  const deadline = booked.startsAt.minus({ hours: 48 });

  it('is allowed at the deadline and refused a second later', () => {
    expect(mayCitizenCancel(booked, deadline).allowed).toBe(true);
    expect(mayCitizenCancel(booked, deadline.plus({ seconds: 1 }))).toMatchObject({ reason: 'TOO_LATE' });
  });

  it('counts the deadline in hours over the night that has twenty-five of them', () => {
    // Summer time ends in Finland on 31.10.2027 at 01:00Z. 48 hours before Monday 1.11. at 9.00 is Saturday at 10.00 on the wall.
    const monday = { ...booked, startsAt: at('2027-11-01T07:00:00Z') };
    expect(mayCitizenCancel(monday, at('2027-10-30T07:00:00Z')).allowed).toBe(true);
    expect(mayCitizenCancel(monday, at('2027-10-30T07:00:01Z')).allowed).toBe(false);
  });

  it('follows separate switches and deadlines for moving and cancelling', () => {
    const between = booked.startsAt.minus({ hours: 30 });
    expect(mayCitizenCancel(booked, between).allowed).toBe(false);
    expect(mayCitizenMove(booked, between).allowed).toBe(true);
    expect(mayCitizenMove({ ...booked, rule: { ...booked.rule, mayMove: false } }, between)).toMatchObject({ reason: 'NOT_ALLOWED' });
  });

  it('is refused to a participant whose cancelling does not count', () => {
    expect(mayCitizenCancel({ ...booked, personMayCancel: false }, now)).toMatchObject({ reason: 'NOT_ALLOWED' });
  });

  it('is never allowed after the start, whatever the deadline', () => {
    const noDeadline = { ...booked, rule: { ...booked.rule, cancelDeadlineHours: 0, moveDeadlineHours: 0 } };
    expect(mayCitizenCancel(noDeadline, booked.startsAt).allowed).toBe(false);
    expect(mayCitizenMove(noDeadline, booked.startsAt).allowed).toBe(false);
  });

  it('gives way to "I cannot come" between the deadline and the start', () => {
    expect(mayReportCannotCome(booked, deadline)).toBe(false);
    expect(mayReportCannotCome(booked, deadline.plus({ seconds: 1 }))).toBe(true);
    expect(mayReportCannotCome(booked, booked.startsAt)).toBe(false);
    expect(mayReportCannotCome({ ...booked, status: 'CANCELLED' }, deadline.plus({ hours: 1 }))).toBe(false);
  });
});
