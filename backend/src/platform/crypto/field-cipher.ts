import { Injectable } from '@nestjs/common';
import { open, seal } from './envelope.ts';
import { Keyring } from './keyring.ts';

/** The one field where a ciphertext belongs. It is authenticated with it: copied into another row it cannot be read. */
export interface FieldPlace {
  readonly table: string;
  readonly column: string;
  /** The row's id; for a composite key its parts joined by `,`. */
  readonly rowId: string;
}

function contextOf(place: FieldPlace): string {
  return `${place.table}|${place.column}|${place.rowId}`;
}

/** Encrypts single fields: AES-256-GCM under the current data key. Synchronous, since the keys were loaded at boot. */
@Injectable()
export class FieldCipher {
  constructor(private readonly keyring: Keyring) {}

  /** `v1.<kid>.<iv>.<ct>.<tag>`; encrypting the same text twice gives two different results. */
  encrypt(plain: string, place: FieldPlace): string {
    const { id, key } = this.keyring.currentOf('data');
    return seal(key, id, Buffer.from(plain, 'utf8'), contextOf(place));
  }

  /** @throws CiphertextRefused when it was changed, belongs to another place, or its key is not in the ring */
  decrypt(cipher: string, place: FieldPlace): string {
    return open((id) => this.keyring.find(id, 'data'), cipher, contextOf(place)).toString('utf8');
  }
}
