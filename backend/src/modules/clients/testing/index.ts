export { aClient, clientsRepositoryOf, whoIs } from './client-builders.ts';
