import { describe, expect, it } from '@jest/globals';
import { interval, parseInstant, type Interval } from '../../kernel/index.ts';
import { commonFreeTime, type CommonTimeSearch, type Participant } from './common-free-time.ts';

const at = (from: string, to: string): Interval => interval(parseInstant(`2026-11-24T${from}:00Z`), parseInstant(`2026-11-24T${to}:00Z`));
const person = (subjectId: string, busy: readonly Interval[] = [], available = [at('06:00', '14:00')]): Participant => ({
  subjectId,
  available,
  busy,
});
const find = (given: Partial<CommonTimeSearch> & Pick<CommonTimeSearch, 'people' | 'needed'>): string[] =>
  commonFreeTime({ minutes: 60, stepMinutes: 30, limit: 3, ...given }).map(
    ({ span, subjectIds, roomId }) => `${span.start.toFormat('HH:mm')} ${[...subjectIds, ...(roomId === null ? [] : [roomId])].join('+')}`,
  );

describe('common free time', () => {
  it('of one person is between the entries of the working day', () => {
    expect(find({ people: [person('anna', [at('06:00', '07:15'), at('08:30', '13:00')])], needed: 1 })).toEqual([
      '07:30 anna',
      '13:00 anna',
    ]);
  });

  it('of a pair is when both are free for the whole length', () => {
    const people = [person('anna', [at('06:00', '09:00')]), person('bo', [at('10:30', '12:00')])];
    expect(find({ people, needed: 2 })).toEqual(['09:00 anna+bo', '09:30 anna+bo', '12:00 anna+bo']);
  });

  it('of any two of three is of the same two throughout', () => {
    const people = [person('anna', [at('06:30', '14:00')]), person('bo'), person('cia', [at('06:00', '06:30')])];
    expect(find({ people, needed: 2, minutes: 60, limit: 1 })).toEqual(['06:30 bo+cia']);
  });

  it('needs one and the same room, the first that is free', () => {
    const rooms = [
      person('small', [at('06:30', '08:00')], [at('00:00', '23:00')]),
      person('large', [at('06:00', '07:00')], [at('00:00', '23:00')]),
    ];
    expect(find({ people: [person('anna')], needed: 1, rooms })).toEqual(['07:00 anna+large', '07:30 anna+large', '08:00 anna+small']);
    expect(find({ people: [person('anna')], needed: 1, rooms: [] })).toEqual([]);
  });

  it('counts what overlaps itself once, and hours in any order', () => {
    const available = [at('10:00', '12:00'), at('06:00', '08:00'), at('07:00', '09:00')];
    const busy = [at('07:30', '08:30'), at('06:30', '08:00')];
    expect(find({ people: [person('anna', busy, available)], needed: 1, minutes: 30 })).toEqual(['06:00 anna', '08:30 anna', '10:00 anna']);
  });

  it('does not look for more people than there are', () => {
    expect(() => find({ people: [person('anna')], needed: 2 })).toThrow(RangeError);
  });
});
