export { IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED } from './idempotency.problems.ts';
export { IdempotencyModule } from './idempotency.module.ts';
export { IdempotentTransactions, type IdempotentRequest } from './idempotent-transactions.ts';
