import type { IndexedTable } from '../../platform/crypto/index.ts';
import type { IdentityKind } from './client-record.ts';

/** What is indexed of an identity code: an official one as it stands, its separator included; other kinds cannot collide with it. */
export function indexedIdentity(kind: IdentityKind, code: string): string {
  return kind === 'PERSONAL_IDENTITY_CODE' ? code : `${kind}|${code}`;
}

/** What of the register is found by its exact value although it is stored encrypted. */
export const indexedClients: IndexedTable = {
  name: 'client',
  besides: ['identity_kind'],
  columns: [
    {
      index: 'identity_index',
      encrypted: 'identity_code_encrypted',
      kind: 'identity-code',
      normalised: (code, [kind]) => indexedIdentity(kind as IdentityKind, code),
    },
    { index: 'phone_index', encrypted: 'phone_encrypted', kind: 'phone' },
    { index: 'email_index', encrypted: 'email_encrypted', kind: 'email' },
  ],
};
