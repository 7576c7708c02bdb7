import { Global, Module } from '@nestjs/common';
import { Quotas } from './quotas.ts';

@Global()
@Module({ providers: [Quotas], exports: [Quotas] })
export class QuotaModule {}
