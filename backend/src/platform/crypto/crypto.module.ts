import { Global, Logger, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/index.ts';
import { BlindIndex, IndexKeys } from './blind-index.ts';
import { FieldCipher } from './field-cipher.ts';
import { KeyFiles, keyFilesOf } from './key-material.ts';
import { Keyring, refreshSeconds } from './keyring.ts';

/** Encrypted fields and blind indexes. The keys are loaded before the first request is answered. */
@Global()
@Module({
  providers: [
    BlindIndex,
    FieldCipher,
    Keyring,
    { provide: KeyFiles, inject: [Config], useFactory: (config: Config) => keyFilesOf(config.keysDirectory) },
    { provide: IndexKeys, useExisting: Keyring },
  ],
  exports: [BlindIndex, FieldCipher, KeyFiles, Keyring],
})
export class CryptoModule implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(CryptoModule.name);
  private refreshing: NodeJS.Timeout | undefined;

  constructor(private readonly keyring: Keyring) {}

  async onModuleInit(): Promise<void> {
    await this.keyring.load();
    // Another process may rotate the keys at any time.
    this.refreshing = setInterval(() => void this.refresh(), refreshSeconds * 1000);
  }

  onModuleDestroy(): void {
    clearInterval(this.refreshing);
  }

  /** One that fails, for example while the database is away, is made up by the next. */
  private async refresh(): Promise<void> {
    await this.keyring
      .refresh()
      .catch((err: unknown) => this.logger.warn({ err, detail: 'the encryption keys could not be read again; tried in half a minute' }));
  }
}
