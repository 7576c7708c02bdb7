import { validateSync } from 'class-validator';
import { IsInstant, IsLocalDate } from './time-decorators.ts';

class Probe {
  @IsInstant() at!: unknown;
  @IsLocalDate() on!: unknown;
}

function refusedFields(at: unknown, on: unknown): string[] {
  return validateSync(Object.assign(new Probe(), { at, on })).map((error) => error.property);
}

describe('times in a request', () => {
  it.each(['2026-11-24T08:00:00Z', '2026-11-24T10:00:00.123+02:00', '2026-10-25T03:30:00+03:00'])('%s is an instant', (at) => {
    expect(refusedFields(at, '2026-11-24')).toEqual([]);
  });

  it.each([
    '2026-11-24T10:00:00',
    '2026-11-24',
    '2026-W48-2T10:00:00Z',
    '2026-11-24T10:00:00+99:99',
    '2026-02-30T10:00:00Z',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '',
    0,
    null,
    {},
    ['2026-11-24T08:00:00Z'],
  ])('%j is none', (at) => {
    expect(refusedFields(at, '2026-11-24')).toEqual(['at']);
  });

  it.each(['2026-02-30', '2026-13-01', '9999-12-31', '0001-01-01', '2026-11-24T00:00:00Z', '24.11.2026', 20261124, null])(
    '%j is no date',
    (on) => {
      expect(refusedFields('2026-11-24T08:00:00Z', on)).toEqual(['on']);
    },
  );
});
