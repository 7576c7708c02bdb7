import { describe, expect, it } from '@jest/globals';
import type { AppointmentTypeView, BookableBy } from '@vuoro/ui-shared/api';
import { bookableTypes, isBookableAt, isOwnOnly } from './bookable-types';
import { readFindTime, writeFindTime } from './find-time-address';

const id = (number: number): string => `018f7d2e-0000-7000-8000-00000000000${String(number)}`;

describe('the address of a search for times', () => {
  it('holds the whole search and comes back the same', () => {
    const search = { type: id(1), unit: id(2), mode: 'REMOTE', employee: id(3), from: '2026-12-10' } as const;
    expect(readFindTime(writeFindTime(search))).toEqual(search);
  });

  it('leaves out what no search can be', () => {
    expect(readFindTime({ type: 'ERO', unit: [id(1), id(2)], employee: '', mode: 'BOAT', from: '31.12.2026', name: 'Virtanen' })).toEqual({
      type: null,
      unit: null,
      mode: null,
      employee: null,
      from: null,
    });
  });

  it('forgets what an earlier search had and this one has not', () => {
    expect(writeFindTime({ type: 't1', unit: null, mode: null, employee: null, from: null })).toEqual({
      type: 't1',
      unit: null,
      mode: null,
      employee: null,
      from: null,
    });
  });
});

describe('the types to choose from', () => {
  const type = (code: string, ...bookableBy: BookableBy[]): AppointmentTypeView => ({ code, bookableBy }) as unknown as AppointmentTypeView;
  const types = [
    type('ERO', 'CITIZEN', 'DESK', 'TEAM'),
    type('PTA', 'OWN_EMPLOYEE', 'TEAM'),
    type('ERO-ERI', 'DESK'),
    type('X', 'CITIZEN'),
  ];
  const codes = (...roles: ('EMPLOYEE' | 'BOOKING_CLERK' | 'SUPERVISOR' | 'ADMINISTRATOR')[]) =>
    bookableTypes(
      types,
      roles.map((role) => ({ role })),
    ).map(({ code }) => code);

  it('are those that the booking desk may book, or the employees, or both for who is both', () => {
    expect(codes('BOOKING_CLERK')).toEqual(['ERO', 'ERO-ERI']);
    expect(codes('EMPLOYEE')).toEqual(['ERO', 'PTA']);
    expect(codes('EMPLOYEE', 'BOOKING_CLERK')).toEqual(['ERO', 'PTA', 'ERO-ERI']);
    expect(codes('ADMINISTRATOR')).toEqual([]);
  });

  it('are booked at the units below those where one has a role that may book them', () => {
    const units = [
      { id: 'county', parentId: null },
      { id: 'office', parentId: 'county' },
      { id: 'elsewhere', parentId: 'county' },
    ];
    const roles = [
      { role: 'BOOKING_CLERK' as const, unitId: 'office' },
      { role: 'ADMINISTRATOR' as const, unitId: 'county' },
    ];
    expect(isBookableAt(type('ERO', 'DESK'), 'office', roles, units)).toBe(true);
    expect(isBookableAt(type('ERO', 'DESK'), 'elsewhere', roles, units)).toBe(false);
    expect(isBookableAt(type('ERO', 'DESK'), 'elsewhere', [{ role: 'BOOKING_CLERK', unitId: 'county' }], units)).toBe(true);
  });

  it('are searched for in the own calendar where only that may be booked', () => {
    const ownOnly = type('OMA-VA', 'CITIZEN', 'OWN_EMPLOYEE');
    expect(isOwnOnly(ownOnly, [{ role: 'EMPLOYEE' }])).toBe(true);
    expect(isOwnOnly(type('ERO', 'DESK', 'OWN_EMPLOYEE'), [{ role: 'EMPLOYEE' }])).toBe(true);
    expect(isOwnOnly(type('ERO', 'DESK', 'OWN_EMPLOYEE'), [{ role: 'EMPLOYEE' }, { role: 'BOOKING_CLERK' }])).toBe(false);
    expect(isOwnOnly(type('PTA', 'OWN_EMPLOYEE', 'TEAM'), [{ role: 'SUPERVISOR' }])).toBe(false);
  });
});
