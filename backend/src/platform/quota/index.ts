export { QuotaModule } from './quota.module.ts';
export { Quotas, type Quota } from './quotas.ts';
