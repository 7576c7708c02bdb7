export { Audit } from './audit.ts';
export { AuditedInterceptor } from './audited.interceptor.ts';
export { AuditModule } from './audit.module.ts';
export type { AuditEntry, AuditPurpose, AuditWhat } from './audit-entry.ts';
export { VerifyChain } from './verify-chain.ts';
