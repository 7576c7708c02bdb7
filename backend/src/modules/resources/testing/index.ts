export { aRoom, resourcesOf } from './resource-builders.ts';
