import { Injectable } from '@nestjs/common';
import { addDays, addMonths, Clock, parseInstant, Problem, toLocalDate } from '../../kernel/index.ts';
import { Transactions, type TransactionScope } from '../../platform/database/index.ts';
import { wishOf } from '../appointment-types/index.ts';
import { MONTH_INVALID } from './availability.problems.ts';
import {
  freeDayView,
  freeTimeView,
  type FreeDayQueryRequest,
  type FreeDayView,
  type FreeTimePageView,
  type FreeTimeQueryRequest,
} from './free-times.dto.ts';
import type { FreeTimeQuery } from './free-time-query.ts';
import { FreeTimes } from './free-times.ts';

/** Free times for anybody who asks: only what is open to all citizens. */
@Injectable()
export class FindFreeTimes {
  constructor(
    private readonly transactions: Transactions,
    private readonly freeTimes: FreeTimes,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_FOUND, EMPLOYEE_NOT_TO_CHOOSE, SPAN_TOO_LONG, SPAN_EMPTY, CURSOR_INVALID */
  page(scope: TransactionScope, request: FreeTimeQueryRequest): Promise<FreeTimePageView> {
    const query: FreeTimeQuery = {
      seeker: 'CITIZEN',
      appointmentTypeId: request.appointmentTypeId,
      unitIds: request.unitId ?? [],
      limit: request.limit,
      now: this.clock.now(),
      ...wishOf(request),
      ...(request.mode === undefined ? {} : { mode: request.mode }),
      ...(request.from === undefined ? {} : { from: parseInstant(request.from) }),
      ...(request.to === undefined ? {} : { to: parseInstant(request.to) }),
      ...(request.cursor === undefined ? {} : { cursor: request.cursor }),
    };
    return this.transactions.run(scope, async (tx) => {
      const page = await this.freeTimes.first(tx, query);
      return { items: page.items.map(freeTimeView), nextCursor: page.nextCursor };
    });
  }

  /** @throws Problem NOT_FOUND, EMPLOYEE_NOT_TO_CHOOSE, MONTH_INVALID */
  month(scope: TransactionScope, request: FreeDayQueryRequest): Promise<FreeDayView[]> {
    const fromDate = firstOf(request.month);
    const query = {
      seeker: 'CITIZEN' as const,
      appointmentTypeId: request.appointmentTypeId,
      unitIds: request.unitId ?? [],
      fromDate,
      toDate: addDays(addMonths(fromDate, 1), -1),
      now: this.clock.now(),
      ...wishOf(request),
      ...(request.mode === undefined ? {} : { mode: request.mode }),
    };
    return this.transactions.run(scope, async (tx) => (await this.freeTimes.days(tx, query)).map(freeDayView));
  }
}

function firstOf(month: string) {
  try {
    return toLocalDate(`${month}-01`);
  } catch (error) {
    throw new Problem(MONTH_INVALID, { cause: error });
  }
}
