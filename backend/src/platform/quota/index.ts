export { QuotaModule } from './quota.module.ts';
export { Quotas } from './quotas.ts';
