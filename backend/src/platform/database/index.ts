export { afterRollback, takeAfterRollback } from './after-rollback.ts';
export { toDate, toInstant } from './instants.ts';
export { isConstraintViolation, sqlStateOf } from './pg-errors.ts';
export { Transactions, type TransactionScope, type Tx } from './transactions.ts';
export { dataSourceOptions, isAtHead, migrateToHead } from './data-source.ts';
export { grantApplicationRole } from './grant-application-role.ts';
export { DatabaseConnectionModule } from './database-connection.module.ts';
export { DatabaseModule } from './database.module.ts';
export { UnsuitableDatabase } from './suitable-server.ts';
