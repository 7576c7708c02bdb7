import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { type NewEntry, newEntryAt } from './new-entry';
import { newEntrySchema } from './new-entry-schema';

const PLACE = { employeeId: 'liisa', roomId: null, startsAt: '2026-12-10T07:00:00Z', endsAt: '2026-12-10T07:15:00Z' };

/** The kinds of what is wrong with the entry. */
function wrongIn(change: Partial<NewEntry>, pairNeeded = false): string[] {
  const model = signal<NewEntry>({ ...newEntryAt(PLACE, 'offer', 'office'), ...change });
  const made = TestBed.runInInjectionContext(() =>
    form(model, (path) => {
      newEntrySchema(path, () => pairNeeded);
    }),
  );
  return made()
    .errorSummary()
    .map(({ kind }) => kind);
}

describe('the form of a new entry', () => {
  it('wants a type, and a partner where the type is of two', () => {
    expect(wrongIn({})).toEqual(['TYPE_NOT_CHOSEN']);
    expect(wrongIn({ typeIds: ['ero'] })).toEqual([]);
    expect(wrongIn({ typeIds: ['pair'] }, true)).toEqual(['required']);
  });

  it('asks of an absence nothing that belongs to the others', () => {
    expect(wrongIn({ choice: 'absence', from: '', to: '' })).toEqual([]);
    expect(wrongIn({ choice: 'absence', wholeDays: false, from: '', to: '12:00' })).toEqual(['required']);
  });

  it.each([
    [{ choice: 'offer', typeIds: ['ero'], offerTo: '09:00' }],
    [{ choice: 'work', workTypeId: 'lunch', to: '08:30' }],
    [{ choice: 'absence', wholeDays: false, to: '08:30' }],
    [{ choice: 'absence', lastDate: '2026-12-09' }],
  ] as const)('does not go backwards: %j', (change) => {
    expect(wrongIn(change)).toEqual(['END_NOT_AFTER_START']);
  });

  it('keeps what was typed for another kind without being held up by it', () => {
    expect(wrongIn({ choice: 'work', workTypeId: 'lunch', offerTo: '08:00', lastDate: '2020-01-01' })).toEqual([]);
  });
});
