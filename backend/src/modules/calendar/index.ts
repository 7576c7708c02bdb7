export * from './calendar-types.ts';
export { Allocations } from './allocations.repository.ts';
export { OfferedTimes } from './offered-times.ts';
export { RoomCandidates } from './room-candidates.repository.ts';
