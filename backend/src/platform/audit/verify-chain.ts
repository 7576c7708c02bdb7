import { Injectable } from '@nestjs/common';
import { Transactions, type TransactionScope } from '../database/index.ts';
import { AuditSealRepository } from './audit-seal.repository.ts';
import { genesis, SealHash, type Seal } from './seal-hash.ts';

/** GAP: a seal before it is missing or was exchanged. COUNT: rows of its range were added or deleted. CONTENT: a row, or the seal itself, was changed. */
export type SealFault = 'GAP' | 'COUNT' | 'CONTENT';

export interface ChainVerdict {
  readonly intact: boolean;
  readonly seals: number;
  readonly sealedRows: number;
  /** Written after the last seal; not vouched for yet. */
  readonly unsealedRows: number;
  /** Hash of the last seal, to be compared with the one in the operators' log; null when there is none. */
  readonly head: string | null;
  readonly faults: readonly { readonly sealId: string; readonly fault: SealFault }[];
}

/** Recomputes the whole chain of one organisation from the rows as they are now. */
@Injectable()
export class VerifyChain {
  constructor(
    private readonly transactions: Transactions,
    private readonly seals: AuditSealRepository,
    private readonly hash: SealHash,
  ) {}

  async execute(scope: TransactionScope): Promise<ChainVerdict> {
    const chain = await this.transactions.run(scope, (tx) => this.seals.chain(tx, scope.organisationId));
    const faults: { sealId: string; fault: SealFault }[] = [];
    let previous: Seal | undefined;
    for (const seal of chain) {
      const fault = (follows(previous, seal) ? null : 'GAP') ?? (await this.faultOf(scope, seal));
      if (fault !== null) faults.push({ sealId: seal.id, fault });
      previous = seal;
    }
    const unsealedRows = await this.transactions.run(scope, (tx) =>
      this.seals.unsealed(tx, scope.organisationId, previous?.upToXid ?? '0'),
    );
    const sealedRows = chain.reduce((rows, seal) => rows + seal.rowCount, 0);
    return { intact: faults.length === 0, seals: chain.length, sealedRows, unsealedRows, head: previous?.hash ?? null, faults };
  }

  private async faultOf(scope: TransactionScope, seal: Seal): Promise<SealFault | null> {
    const { rowCount, digest } = await this.transactions.run(scope, (tx) =>
      this.seals.digest(tx, scope.organisationId, seal.fromXid, seal.upToXid),
    );
    if (this.hash.matches(seal, digest)) return null;
    return rowCount === seal.rowCount ? 'CONTENT' : 'COUNT';
  }
}

function follows(previous: Seal | undefined, seal: Seal): boolean {
  return seal.fromXid === (previous?.upToXid ?? '0') && seal.previousHash === (previous?.hash ?? genesis);
}
