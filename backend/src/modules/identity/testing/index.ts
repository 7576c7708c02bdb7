export { signedInAs } from './signed-in-as.ts';
export { testSession } from './test-session.ts';
