export { BlindIndex, type BlindIndexKind } from './blind-index.ts';
export { CiphertextRefused, keyIdOf } from './envelope.ts';
export { CryptoModule } from './crypto.module.ts';
export { FieldCipher, type FieldPlace } from './field-cipher.ts';
export { KeyMaterial, readKeyMaterial } from './key-material.ts';
export { Keyring } from './keyring.ts';
