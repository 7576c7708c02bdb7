export { aTeam, anEmployee, staffOf } from './staff-builders.ts';
