export { EMPLOYEE_NOT_TO_CHOOSE } from './availability.problems.ts';
export type { Seeker } from './free-time-query.ts';
export { FreeTimes, type Search } from './free-times.ts';
export { EmployeeFreeTimeView, employeeFreeTimeView, freeTimeView } from './free-times.dto.ts';
export { AvailabilityModule } from './availability.module.ts';
export { needsRoom, RoomCandidates } from './room-candidates.ts';
