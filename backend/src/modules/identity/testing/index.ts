export { testSession } from './test-session.ts';
