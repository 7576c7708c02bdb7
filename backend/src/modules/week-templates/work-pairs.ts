import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { StaffReads, type WorkPairRecord } from '../staff/index.ts';

export interface Partner {
  readonly employeeId: string;
  /** Whether it is oneself, and not the partner, who leads. */
  readonly leads: boolean;
}

export interface PairsByDate {
  /** null on a day without a pair. */
  partnerOf(employeeId: string, date: LocalDate): Partner | null;
}

export const noPairs: PairsByDate = { partnerOf: () => null };

/** Who works with whom on which day. */
@Injectable()
export class WorkPairs {
  constructor(private readonly staff: StaffReads) {}

  /** Both dates included. */
  async between(tx: Tx, fromDate: LocalDate, toDate: LocalDate): Promise<PairsByDate> {
    const pairs = await this.staff.workPairs(tx, fromDate, toDate);
    return {
      partnerOf(employeeId, date) {
        const pair = pairs.find(
          (found) => isValid(found, date) && (found.firstEmployeeId === employeeId || found.secondEmployeeId === employeeId),
        );
        if (pair === undefined) return null;
        const leads = pair.firstEmployeeId === employeeId;
        return { employeeId: leads ? pair.secondEmployeeId : pair.firstEmployeeId, leads };
      },
    };
  }
}

function isValid(pair: WorkPairRecord, date: LocalDate): boolean {
  return pair.validFrom <= date && (pair.validTo === null || pair.validTo >= date);
}
