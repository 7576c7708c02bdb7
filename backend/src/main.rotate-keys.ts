import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { processConfig } from './platform/config/index.ts';
import { ExchangeLock, keyFilesOf, KeysUnusable, RotateDataKey, RotateIndexKey, RotateKek } from './platform/crypto/index.ts';
import { dataSourceOptions } from './platform/database/index.ts';
import { startProcess, storesReady } from './platform/start-process.ts';
import { RotateKeysModule } from './rotate-keys.module.ts';

/** Exchanges one kind of key while the product runs: `data`, `kek` or `index`. Started again after a kill it goes on. */
await startProcess(async () => {
  const kind = process.argv[2];
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (kind === 'kek') return rotateKek(say);
  if (kind !== 'data' && kind !== 'index') throw new KeysUnusable('Say which kind of key to exchange: data, kek or index.');
  await storesReady(processConfig());
  const app = await NestFactory.createApplicationContext(RotateKeysModule, { logger: ['warn', 'error', 'fatal'], abortOnError: false });
  try {
    await app.get<RotateDataKey | RotateIndexKey>(kind === 'data' ? RotateDataKey : RotateIndexKey).execute({ say });
  } finally {
    await app.close();
  }
});

/** Only the owner of the schema may change a wrapped key. */
async function rotateKek(say: (line: string) => void): Promise<void> {
  const config = processConfig();
  const { databaseOwnerUrl, keysDirectory } = config;
  if (databaseOwnerUrl === null) throw new KeysUnusable('DATABASE_OWNER_URL is not set: the application itself may not change a key.');
  await storesReady({ ...config, databaseUrl: databaseOwnerUrl });
  const owner = await new DataSource(dataSourceOptions(databaseOwnerUrl, [], 2)).initialize();
  try {
    await new RotateKek(owner, keyFilesOf(keysDirectory), new ExchangeLock(owner)).execute({ say });
  } finally {
    await owner.destroy();
  }
}
