import { Problem } from '../../kernel/index.ts';
import { VIDEO_ADDRESS_INVALID } from './organisation.problems.ts';

const longest = 500;
/** Of the machine itself: what is tried out there has no certificate. */
const ownMachine: readonly string[] = ['127.0.0.1', 'localhost'];

/**
 * The address of a video as a link may carry it: https, without a name and password in it.
 * @throws Problem VIDEO_ADDRESS_INVALID
 */
export function videoAddress(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || given.length > longest || url.username !== '' || url.password !== '' || !isTrusted(url))
    throw new Problem(VIDEO_ADDRESS_INVALID, { params: { most: longest } });
  return url.href;
}

function isTrusted({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ownMachine.includes(hostname));
}
