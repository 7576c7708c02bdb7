import { Module } from '@nestjs/common';
import { ConfigModule } from './platform/config/index.ts';
import { CryptoModule, EncryptedTables, RotateDataKey } from './platform/crypto/index.ts';
import { DatabaseConnectionModule } from './platform/database/index.ts';

/** What the rotation of the data key is made of: it needs the database and the keys, and nothing of the product. */
@Module({
  imports: [ConfigModule, DatabaseConnectionModule, CryptoModule],
  providers: [EncryptedTables, RotateDataKey],
})
export class RotateDataKeyModule {}
