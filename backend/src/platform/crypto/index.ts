export { BlindIndex } from './blind-index.ts';
export { CryptoModule } from './crypto.module.ts';
export { EncryptedTables } from './encrypted-tables.ts';
export { FieldCipher } from './field-cipher.ts';
export { KeyMaterial, readKeyMaterial } from './key-material.ts';
export { Keyring } from './keyring.ts';
export { RotateDataKey } from './rotate-data-key.ts';
