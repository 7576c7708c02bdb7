import type { Clock } from '../../../kernel/index.ts';
import { calendarOf } from '../../calendar/testing/index.ts';
import type { TestPlace } from '../../organisation/testing/index.ts';
import { FindCommonFreeTime } from '../find-common-free-time.ts';
import { FreeTimesRepository } from '../free-times.repository.ts';
import { FreeTimes } from '../free-times.ts';
import { RoomCandidates } from '../room-candidates.ts';
import { SearchScopes } from '../search-scope.ts';

/** The module's classes over a test database, without an application around them; those of the calendar besides. */
export function availabilityOf(place: Pick<TestPlace, 'transactions'>, givenClock?: Clock) {
  const calendar = calendarOf(place, givenClock);
  const { allocations, clock, organisation, rooms, staff, types } = calendar;
  return {
    calendar,
    freeTimes: new FreeTimes(new SearchScopes(types, organisation), new FreeTimesRepository()),
    findCommonFreeTime: new FindCommonFreeTime(staff, organisation, allocations, rooms, clock),
    roomCandidates: new RoomCandidates(rooms),
  };
}
