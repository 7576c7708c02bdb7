export { aService, aUnit, organisationOf, type Saveable, type TestPlace } from './organisation-builders.ts';
