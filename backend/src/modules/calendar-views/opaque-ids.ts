import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../platform/crypto/index.ts';

/** Ids in place of those that a reader may not open. Keyed: nobody can tell from one what it stands for, not even who knows both. */
@Injectable()
export class OpaqueIds {
  constructor(private readonly fingerprints: BlindIndex) {}

  /**
   * A UUID (version 8), another one for each reader and in every column, so that not even the id joins an employee to a room, and the same one at the
   * next look, whichever process answers, so that the screen keeps still.
   */
  of(organisationId: string, readerId: string, subjectId: string, id: string): string {
    const hash = this.fingerprints.fingerprint('opaque-id', organisationId, `${readerId}|${subjectId}|${id}`);
    const variant = ((parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
    return [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `${variant}${hash.slice(17, 20)}`, hash.slice(20, 32)].join('-');
  }
}
