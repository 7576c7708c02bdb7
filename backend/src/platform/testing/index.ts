export { changingKeys, type ChangingKeys } from './changing-keys.ts';
export { emptyQueues } from './empty-queues.ts';
export { eventually } from './eventually.ts';
export { raceWith } from './race-with.ts';
export { otherHost, otherOrganisationId, testHost, testOrganisationId } from './seed-organisation.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
export { aCitizen, aGrant, anEmployee, theSystem } from './test-principals.ts';
export { oneIndexKey, testKeyFiles, testKeyring, testKeyMaterial } from './test-keys.ts';
export { givenRedisUrl } from './test-environment.ts';
