export { anAllocation, anOfferedTime, calendarOf } from './calendar-builders.ts';
export { aWorkplace, type Workplace } from './workplace.ts';
