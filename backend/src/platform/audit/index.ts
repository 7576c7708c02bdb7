export { Audit } from './audit.ts';
export { AuditedInterceptor } from './audited.interceptor.ts';
export { AuditModule } from './audit.module.ts';
export type { AuditEntry, AuditPurpose, AuditResult, AuditWhat } from './audit-entry.ts';
export { VerifyChain, type ChainVerdict, type SealFault } from './verify-chain.ts';
