export { signedInAs } from './signed-in-as.ts';
export { signedInAnew, testSession } from './test-session.ts';
