import { createHmac, randomBytes } from 'node:crypto';

/** Of this process: nobody can tell from an opaque id what it stands for, not even who knows both. */
const key = randomBytes(32);

/**
 * A UUID (version 8) in place of the id of something that the reader may not open: another one in every column, so that not even the id
 * joins an employee to a room, and the same one at the next look, so that the screen keeps still.
 */
export function opaqueId(readerId: string, subjectId: string, id: string): string {
  const hash = createHmac('sha256', key).update(`${readerId}|${subjectId}|${id}`).digest('hex');
  const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
}
