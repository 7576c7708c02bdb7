import { freePort, isPortFree } from '../../../dev/src/ports.ts';

const NEEDED = 4;
const TRIES = 50;
const HIGHEST = 65_532;

/** The first of four ports in a row that nobody uses: application, identity provider and mailbox, SMTP, PostgreSQL. */
export async function fourFreePorts(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const first = await freePort();
    const row = Array.from({ length: NEEDED }, (_, index) => first + index);
    if (first <= HIGHEST && (await Promise.all(row.map(isPortFree))).every(Boolean)) return first;
  }
  throw new Error('Four free ports in a row were not found on 127.0.0.1.');
}
