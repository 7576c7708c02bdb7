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

/** Who works with whom on which day. */
@Injectable()
export class WorkPairs {
  constructor(private readonly staff: StaffReads) {}

  async of(tx: Tx, dates: readonly LocalDate[]): Promise<PairsByDate> {
    const byDate = new Map<LocalDate, readonly WorkPairRecord[]>();
    for (const date of new Set(dates)) byDate.set(date, await this.staff.workPairs(tx, date));
    return {
      partnerOf(employeeId, date) {
        const pair = (byDate.get(date) ?? []).find((found) => found.firstEmployeeId === employeeId || found.secondEmployeeId === employeeId);
        if (pair === undefined) return null;
        const leads = pair.firstEmployeeId === employeeId;
        return { employeeId: leads ? pair.secondEmployeeId : pair.firstEmployeeId, leads };
      },
    };
  }
}
