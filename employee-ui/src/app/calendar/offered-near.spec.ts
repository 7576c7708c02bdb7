import { describe, expect, it } from '@jest/globals';
import type { ShownEntry } from './grid-entries';
import { offeredNear } from './offered-near';

function offered(start: string, columnId = 'anna', types: readonly string[] = ['ero']): ShownEntry {
  const [startsAt, endsAt] = [`2026-12-10T${start}:00Z`, '2026-12-10T12:00:00Z'];
  const source = { kind: 'OFFERED', startsAt, endsAt, offeredTimeIds: types.map((type) => `${type}-${start}`), offeredTypeIds: types };
  return {
    id: start,
    columnId,
    start: startsAt,
    end: endsAt,
    title: '',
    kind: 'offered',
    source: source as unknown as ShownEntry['source'],
  };
}

const at = (entries: readonly ShownEntry[]) =>
  offeredNear(entries, 'anna', '2026-12-10T07:00:00Z').map(({ offeredTimeId }) => offeredTimeId);

describe('where a reservation is dropped', () => {
  it('is on offer what begins there, each type of it apart', () => {
    expect(at([offered('07:00', 'anna', ['ero', 'ejl']), offered('07:00', 'liisa')])).toEqual(['ero-07:00', 'ejl-07:00']);
  });

  it('is also what begins between two steps of the grid, nearest first', () => {
    expect(at([offered('07:14'), offered('06:50')])).toEqual(['ero-06:50', 'ero-07:14']);
  });

  it('is nothing of what begins a step away, or is not on offer', () => {
    const taken = offered('07:00');
    const busy: ShownEntry = { ...taken, source: { ...taken.source, kind: 'OTHER_WORK' } };
    expect(at([offered('07:15'), busy])).toEqual([]);
  });
});
