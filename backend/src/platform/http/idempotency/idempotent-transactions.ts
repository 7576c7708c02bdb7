import { Injectable } from '@nestjs/common';
import { Clock, newId, Problem } from '../../../kernel/index.ts';
import type { Principal } from '../../access/index.ts';
import { Audit } from '../../audit/audit.ts';
import { BlindIndex } from '../../crypto/blind-index.ts';
import { FieldCipher } from '../../crypto/field-cipher.ts';
import { takeAfterRollback, Transactions, type Tx } from '../../database/index.ts';
import { isStored, problemOf, refusalOf, type Answer } from './answer.ts';
import { canonicalJson } from './canonical-json.ts';
import { IDEMPOTENCY_IN_PROGRESS, IDEMPOTENCY_KEY_REUSED, RIGHTS_CHANGED } from './idempotency.problems.ts';
import { IdempotencyRepository, type NewKeyRow } from './idempotency.repository.ts';
import { rightsDigest } from './rights-digest.ts';

const hoursKept = 48;
const succeeded = 200;
const retryAfterSeconds = 1;

export interface IdempotentRequest {
  readonly key: string;
  /** What is done, for example `ReservationBook`; the same key for another operation is refused. */
  readonly operation: string;
  readonly body: unknown;
  /** The answer is of one session only, for example a hold: the same key in another session is another request. */
  readonly perSession?: true;
}

/** What stands in the row, encrypted: the answer, and the rights under which it was given. */
interface GivenAnswer {
  readonly rights: string;
  readonly answer: Answer;
}

interface Claimed {
  readonly id: string;
  readonly rights: string;
}

/** Carries a request out once, however often it arrives. */
@Injectable()
export class IdempotentTransactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly keys: IdempotencyRepository,
    private readonly audit: Audit,
    private readonly cipher: FieldCipher,
    private readonly fingerprints: BlindIndex,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs the work in one transaction together with its key. The first execution's answer is given again for 48 hours, a refusal too;
   * giving it again writes the usage log again, and is refused to whoever has got other rights since. A failure that is not a refusal leaves no trace, so that it can be tried again.
   * @returns what the work returned; given again, the same as plain JSON
   * @throws Problem the work's refusals, IDEMPOTENCY_KEY_REUSED (other body or operation), IDEMPOTENCY_IN_PROGRESS (the first is still running), RIGHTS_CHANGED
   */
  async run<T extends object>(principal: Principal, request: IdempotentRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
    const row = this.rowOf(principal, request);
    const outcome = await this.transactions.run(principal, async (tx) => {
      const rights = rightsDigest(principal);
      const stored = await this.claim(tx, row, rights);
      return stored === undefined ? this.execute(tx, { id: row.id, rights }, work) : this.again<T>(tx, principal, stored);
    });
    // Thrown only now: within the transaction it would undo the row that remembers it.
    if (outcome instanceof Problem) throw outcome;
    return outcome;
  }

  /** Whether `run` would give an answer again, so that what the work costs is not charged twice. What it says may have changed by then. */
  async isAnswered(principal: Principal, request: IdempotentRequest): Promise<boolean> {
    const row = this.rowOf(principal, request);
    const found = await this.transactions.run(principal, (tx) => this.keys.find(tx, row, row.now));
    return found !== undefined && !found.expired && found.responseEncrypted !== null;
  }

  /** undefined: the key is ours. Otherwise the answer that it stands for. */
  private async claim(tx: Tx, row: NewKeyRow, rights: string): Promise<Answer | undefined> {
    const outcome = await this.keys.claim(tx, row);
    if (outcome === 'claimed') return undefined;
    const found = await this.keys.find(tx, row, row.now);
    if (found?.expired === true && outcome === 'free') {
      await this.keys.takeOver(tx, found.id, row);
      return undefined;
    }
    if (found === undefined || found.expired || found.responseEncrypted === null)
      throw new Problem(IDEMPOTENCY_IN_PROGRESS, { retryAfterSeconds });
    if (!row.requestHashes.includes(found.requestHash)) throw new Problem(IDEMPOTENCY_KEY_REUSED);
    const given = JSON.parse(this.cipher.decrypt(found.responseEncrypted, placeOf(found.id))) as GivenAnswer;
    if (given.rights !== rights) throw new Problem(RIGHTS_CHANGED);
    return given.answer;
  }

  private async execute<T extends object>(tx: Tx, claimed: Claimed, work: (tx: Tx) => Promise<T>): Promise<T | Problem> {
    await tx.query('SAVEPOINT idempotent_work');
    try {
      const value = await work(tx);
      await this.store(tx, claimed, succeeded, { kind: 'result', value, audit: this.audit.recordedIn(tx) });
      return value;
    } catch (error) {
      if (!isStored(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT idempotent_work');
      await this.store(tx, claimed, error.status, refusalOf(error, this.audit.refusedIn(tx)));
      for (const later of takeAfterRollback(tx)) await later(tx);
      return error;
    }
  }

  private async again<T extends object>(tx: Tx, principal: Principal, answer: Answer): Promise<T | Problem> {
    if (answer.kind === 'refusal') {
      for (const entry of answer.audit ?? [])
        await this.audit.record(tx, principal, { ...entry, details: { ...entry.details, givenAgain: true } });
      return problemOf(answer);
    }
    for (const entry of answer.audit)
      await this.audit.record(tx, principal, { ...entry, what: 'view', details: { ...entry.details, givenAgain: true } });
    return answer.value as T;
  }

  private async store(tx: Tx, { id, rights }: Claimed, status: number, answer: Answer): Promise<void> {
    const given: GivenAnswer = { rights, answer };
    await this.keys.store(tx, id, status, this.cipher.encrypt(JSON.stringify(given), placeOf(id)));
  }

  private rowOf(principal: Principal, { key, operation, body, perSession }: IdempotentRequest): NewKeyRow {
    const { organisationId } = principal;
    const now = this.clock.now();
    // Keyed: a body may hold an identity code, which a plain hash would give away.
    const requestHashes = this.fingerprints.fingerprints('idempotency', organisationId, canonicalJson({ operation, body }));
    return {
      id: newId(),
      organisationId,
      principal: perSession === true && principal.kind !== 'SYSTEM' ? `${ownerOf(principal)}:${principal.sessionId}` : ownerOf(principal),
      key,
      operation,
      requestHash: requestHashes[0] ?? '',
      requestHashes,
      now,
      expiresAt: now.plus({ hours: hoursKept }),
    };
  }
}

function placeOf(rowId: string): { table: string; column: string; rowId: string } {
  return { table: 'idempotency_key', column: 'response_encrypted', rowId };
}

/** Whose key it is. Somebody who acts for another person has keys of their own in that role. */
function ownerOf(principal: Principal): string {
  switch (principal.kind) {
    case 'CITIZEN':
      return ['CITIZEN', principal.clientId, ...(principal.onBehalfOfClientId === null ? [] : [principal.onBehalfOfClientId])].join(':');
    case 'EMPLOYEE':
      return `EMPLOYEE:${principal.employeeId}`;
    case 'SYSTEM':
      return `SYSTEM:${principal.name}`;
  }
}
