import { Module } from '@nestjs/common';
import { ConfigModule } from './platform/config/index.ts';
import { CryptoModule, EncryptedTables, ExchangeLock, IndexedTables, RotateDataKey, RotateIndexKey } from './platform/crypto/index.ts';
import { DatabaseConnectionModule } from './platform/database/index.ts';
import { indexedClients } from './modules/clients/index.ts';

/** What the exchange of keys is made of: it needs the database and the keys, and nothing of the product but which tables it indexes. */
@Module({
  imports: [ConfigModule, DatabaseConnectionModule, CryptoModule],
  providers: [
    EncryptedTables,
    ExchangeLock,
    RotateDataKey,
    RotateIndexKey,
    { provide: IndexedTables, useValue: { tables: [indexedClients] } satisfies IndexedTables },
  ],
})
export class RotateKeysModule {}
