import type { Clock } from '../../../kernel/index.ts';
import { calendarOf } from '../../calendar/testing/index.ts';
import type { TestPlace } from '../../organisation/testing/index.ts';
import { FindCommonFreeTime } from '../find-common-free-time.ts';
import { FindEmployeesToChoose } from '../find-employees-to-choose.ts';
import { FreeTimesRepository } from '../free-times.repository.ts';
import { FreeTimes } from '../free-times.ts';
import { RoomCandidates } from '../room-candidates.ts';
import { SearchScopes } from '../search-scope.ts';

/** The module's classes over a test database, without an application around them; those of the calendar besides. */
export function availabilityOf(place: Pick<TestPlace, 'transactions'>, givenClock?: Clock) {
  const calendar = calendarOf(place, givenClock);
  const { allocations, clock, organisation, rooms, staff, types } = calendar;
  const scopes = new SearchScopes(types, organisation, staff);
  const times = new FreeTimesRepository();
  return {
    calendar,
    freeTimes: new FreeTimes(scopes, times),
    findEmployeesToChoose: new FindEmployeesToChoose(place.transactions, scopes, times, staff, clock),
    findCommonFreeTime: new FindCommonFreeTime(staff, organisation, allocations, rooms, clock),
    roomCandidates: new RoomCandidates(rooms),
  };
}
