export { commonFreeTime, freeTimeOf, type CommonTime, type CommonTimeSearch, type Participant } from './common-free-time.ts';
export { FindCommonFreeTime, type CommonFreeTimeQuery } from './find-common-free-time.ts';
export type { FreeDay, FreeDayQuery, FreeTime, FreeTimePage, FreeTimeQuery, Seeker } from './free-time-query.ts';
export { FreeTimes } from './free-times.ts';
export { FreeTimesController } from './free-times.controller.ts';
export { FreeDayView, FreeTimePageView, freeTimeView, FreeTimeView } from './free-times.dto.ts';
export { AvailabilityModule } from './availability.module.ts';
export { needsRoom, RoomCandidates, type RoomSearch } from './room-candidates.ts';
