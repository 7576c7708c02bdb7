import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '../../kernel/index.ts';
import { Transactions, type Tx } from '../database/index.ts';
import { AuditSealRepository } from './audit-seal.repository.ts';
import { genesis, SealHash } from './seal-hash.ts';

const rowsOfOneSeal = 10_000;

/** Closes what has been written since the last seal, organisation by organisation. */
@Injectable()
export class SealAuditLog {
  private readonly log = new Logger(SealAuditLog.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly seals: AuditSealRepository,
    private readonly hash: SealHash,
    private readonly clock: Clock,
  ) {}

  /** The number of seals made. Rows of transactions that still run wait for the next time. */
  async execute(): Promise<number> {
    let made = 0;
    const organisations = await this.transactions.system((tx) => this.seals.organisations(tx));
    for (const organisationId of organisations) {
      while (await this.transactions.run({ organisationId }, (tx) => this.sealOnce(tx, organisationId))) made += 1;
    }
    return made;
  }

  private async sealOnce(tx: Tx, organisationId: string): Promise<boolean> {
    await this.seals.lockChain(tx, organisationId);
    const settled = await this.seals.settledBelow(tx);
    const previous = await this.seals.last(tx, organisationId);
    const fromXid = previous?.upToXid ?? '0';
    // After a restore into another server the counter may start lower; its rows would stand among sealed ones.
    if (BigInt(fromXid) > BigInt(settled))
      throw new Error('The transaction counter is behind the last seal: this database was not restored from a base backup.');
    const upToXid = (await this.seals.endOfBatch(tx, organisationId, fromXid, settled, rowsOfOneSeal)) ?? settled;
    const { rowCount, digest } = await this.seals.digest(tx, organisationId, fromXid, upToXid);
    if (rowCount === 0) return false;
    const seal = {
      id: newId(),
      organisationId,
      sealedAt: this.clock.now(),
      fromXid,
      upToXid,
      rowCount,
      previousHash: previous?.hash ?? genesis,
    };
    const hash = this.hash.of(seal, digest);
    await this.seals.insert(tx, { ...seal, hash });
    // The head of the chain leaves the database with the log, so that cutting off its end shows too.
    this.log.log({ event: 'usage-log-sealed', organisationId, count: rowCount, detail: hash });
    return true;
  }
}
