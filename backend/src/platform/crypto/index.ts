export { BlindIndex } from './blind-index.ts';
export { CryptoModule } from './crypto.module.ts';
export { FieldCipher } from './field-cipher.ts';
