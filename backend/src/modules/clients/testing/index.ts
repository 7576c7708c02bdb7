export { aClient, clientsRepositoryOf } from './client-builders.ts';
