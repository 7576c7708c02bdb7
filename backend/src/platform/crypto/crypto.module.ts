import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/index.ts';
import { BlindIndex } from './blind-index.ts';
import { FieldCipher } from './field-cipher.ts';
import { KeyMaterial, readKeyMaterial } from './key-material.ts';
import { Keyring } from './keyring.ts';

/** Encrypted fields and blind indexes. The keys are loaded before the first request is answered. */
@Global()
@Module({
  providers: [
    BlindIndex,
    FieldCipher,
    Keyring,
    { provide: KeyMaterial, inject: [Config], useFactory: (config: Config) => readKeyMaterial(config.keysDirectory) },
  ],
  exports: [BlindIndex, FieldCipher, Keyring],
})
export class CryptoModule implements OnModuleInit {
  constructor(private readonly keyring: Keyring) {}

  onModuleInit(): Promise<void> {
    return this.keyring.load();
  }
}
