import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/index.ts';
import { Audit } from './audit.ts';
import { AuditedInterceptor } from './audited.interceptor.ts';
import { AuditSealRepository } from './audit-seal.repository.ts';
import { SealAuditLog } from './seal-audit-log.ts';
import { SealHash } from './seal-hash.ts';
import { VerifyChain } from './verify-chain.ts';

const sealEveryMillis = 60_000;

@Global()
@Module({
  providers: [Audit, AuditedInterceptor, AuditSealRepository, SealAuditLog, SealHash, VerifyChain],
  exports: [Audit, AuditedInterceptor, VerifyChain],
})
export class AuditModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly seal: SealAuditLog,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('maintenance', 'audit.seal', async () => {
      await this.seal.execute();
    });
    this.jobs.every('maintenance', 'audit.seal', sealEveryMillis);
  }
}
