import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.ts';
import type { SubjectKind } from './organisation-records.ts';
import { SubjectsRepository } from './subjects.repository.ts';

/** Enters an employee, a room or a piece of equipment in the register of whoever can be busy. */
@Injectable()
export class RegisterSubject {
  constructor(private readonly subjects: SubjectsRepository) {}

  /** Runs in the transaction that inserts the row of the same id, in that transaction's organisation. */
  execute(tx: Tx, id: string, kind: SubjectKind): Promise<void> {
    return this.subjects.insert(tx, id, kind);
  }
}
