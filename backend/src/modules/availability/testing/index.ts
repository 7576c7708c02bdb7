export { availabilityOf } from './availability-builders.ts';
