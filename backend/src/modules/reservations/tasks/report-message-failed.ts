import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { ReservationsRepository } from '../reservations.repository.ts';
import { EmployeeTasksRepository } from './employee-tasks.repository.ts';

/** A message that reached nobody becomes an employee's task: the client must be told in another way. */
@Injectable()
export class ReportMessageFailed {
  constructor(
    private readonly clock: Clock,
    private readonly reservations: ReservationsRepository,
    private readonly tasks: EmployeeTasksRepository,
  ) {}

  /**
   * In the caller's transaction; repeating it changes nothing. Whoever has settled it since the message was due has told the client of this
   * one, too. An unknown reservation is left alone.
   */
  async execute(tx: Tx, reservationId: string, clientId: string, dueAt: Instant): Promise<void> {
    const reservation = await this.reservations.find(tx, reservationId);
    if (reservation !== null) await this.tasks.open(tx, 'MESSAGE_FAILED', reservation, clientId, this.clock.now(), dueAt);
  }
}
