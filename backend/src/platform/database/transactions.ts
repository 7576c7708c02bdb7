import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { takeAfterRollback } from './after-rollback.ts';
import { isWorthRetrying } from './pg-errors.ts';

/** The transaction of one use case; the first parameter of every repository method. */
export type Tx = EntityManager;

/** In whose data a transaction works. Every principal is one. */
export interface TransactionScope {
  readonly organisationId: string;
}

const attempts = 3;

/** The only road to the database, for reads too. READ COMMITTED; constraints decide races. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs the work in one transaction that sees the rows of one organisation only.
   * A serialisation failure or a deadlock is tried again, three times in all; so the work must not do anything outside the database.
   * When it fails for good, what it left for `afterRollback` is done before the failure goes on to the caller.
   */
  async run<T>(scope: TransactionScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    let last: Tx | undefined;
    try {
      return await this.within(scope, (tx) => work((last = tx)));
    } catch (error) {
      for (const later of last === undefined ? [] : takeAfterRollback(last)) await this.within(scope, later);
      throw error;
    }
  }

  /** For scans over all organisations: the worker's due messages, the outbox, expiry. Never for a request. */
  system<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withRetries(async (tx) => {
      await tx.query(`SELECT set_config('app.scope', 'system', true)`);
      return work(tx);
    });
  }

  private within<T>(scope: TransactionScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.withRetries(async (tx) => {
      await tx.query(`SELECT set_config('app.organisation_id', $1, true)`, [scope.organisationId]);
      return work(tx);
    });
  }

  private async withRetries<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        if (attempt >= attempts || !isWorthRetrying(error)) throw error;
      }
    }
  }
}
