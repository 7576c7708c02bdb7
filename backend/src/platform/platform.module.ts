import { Module } from '@nestjs/common';
import { AccessModule } from './access/index.ts';
import { AuditModule } from './audit/index.ts';
import { ConfigModule } from './config/index.ts';
import { CryptoModule } from './crypto/index.ts';
import { DatabaseConnectionModule } from './database/index.ts';
import { IdempotencyModule } from './http/idempotency/index.ts';
import { JobsModule } from './jobs/index.ts';
import { LiveModule } from './live/index.ts';
import { LoggingModule } from './logging/index.ts';
import { MetricsModule } from './metrics/index.ts';
import { OutboxModule } from './outbox/index.ts';
import { QuotaModule } from './quota/index.ts';

/** What both processes stand on. */
@Module({
  imports: [
    ConfigModule,
    LoggingModule,
    MetricsModule,
    DatabaseConnectionModule,
    AccessModule,
    CryptoModule,
    JobsModule,
    OutboxModule,
    AuditModule,
    IdempotencyModule,
    LiveModule,
    QuotaModule,
  ],
})
export class PlatformModule {}
