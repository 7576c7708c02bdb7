import { Injectable } from '@nestjs/common';
import type { Interval } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/database/index.ts';
import { Allocations, OfferedTimes } from '../../calendar/index.ts';
import type { ReservationRow } from '../reservation-row.ts';
import { ReservationsRepository } from '../reservations.repository.ts';

/** The step that move and cancel share: what the reservation had kept busy becomes free. The subjects are locked by the caller. */
@Injectable()
export class ReleaseTime {
  constructor(
    private readonly reservations: ReservationsRepository,
    private readonly allocations: Allocations,
    private readonly offeredTimes: OfferedTimes,
  ) {}

  /** Gives the span that was busy, for `reopen` after the new claim; null for a place in a group. */
  async execute(tx: Tx, reservation: ReservationRow): Promise<Interval | null> {
    const span = await this.reservations.busySpan(tx, reservation.id);
    await this.allocations.release(tx, reservation.id, ['RESERVATION']);
    if (reservation.offeredTimeId !== null) await this.offeredTimes.giveBack(tx, reservation.offeredTimeId);
    return span;
  }
}
