import { Global, Module } from '@nestjs/common';
import { QuotaUses } from './quota-uses.repository.ts';
import { Quotas } from './quotas.ts';

@Global()
@Module({ providers: [QuotaUses, Quotas], exports: [Quotas] })
export class QuotaModule {}
