export * from './calendar-date';
export * from './format';
export { ServerNow } from './server-now';
export * from './spoken';
export { TimeFormat } from './time-format';
export { monthName, shortWeekday, weekdayName } from './words';
export * from './zone';
