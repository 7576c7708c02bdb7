/** What the two applications share. Features import from here, or from `/calendar-grid` and `/api`; never from a file inside. */
export * from './api';
export * from './components';
export * from './forms';
export * from './i18n';
export * from './time';
