import { Injectable } from '@nestjs/common';
import { Clock, formatInstant, Problem } from '../../kernel/index.ts';
import { NOT_FOUND, type CitizenPrincipal } from '../../platform/access/index.ts';
import { Transactions, type Tx } from '../../platform/database/index.ts';
import { AppointmentTypes } from '../appointment-types/index.ts';
import { OfferedTimes } from '../calendar/index.ts';
import { officeView, OrganisationReads } from '../organisation/index.ts';
import { HoldsRepository, type Hold } from './booking/holds.repository.ts';
import type { HoldView } from './hold.dto.ts';
import { HOLD_EXPIRED } from './reservation.problems.ts';

@Injectable()
export class HoldQueries {
  constructor(
    private readonly clock: Clock,
    private readonly transactions: Transactions,
    private readonly holds: HoldsRepository,
    private readonly types: AppointmentTypes,
    private readonly offeredTimes: OfferedTimes,
    private readonly organisation: OrganisationReads,
  ) {}

  /** For a page that was loaded anew while its form was open. @throws Problem HOLD_EXPIRED, NOT_FOUND for another session's hold, as for one that never was */
  read(citizen: CitizenPrincipal, id: string): Promise<HoldView> {
    return this.transactions.run(citizen, async (tx) => {
      const hold = await this.holds.find(tx, id);
      if (hold?.sessionId !== citizen.sessionId) throw new Problem(NOT_FOUND);
      if (hold.expiresAt <= this.clock.now()) throw new Problem(HOLD_EXPIRED);
      return this.viewOf(tx, hold);
    });
  }

  async viewOf(tx: Tx, hold: Hold): Promise<HoldView> {
    const version = await this.types.version(tx, hold.appointmentTypeVersionId);
    const offered = await this.offeredTimes.read(tx, hold.offeredTimeId);
    const [office] = offered === null ? [] : await this.organisation.units(tx, [offered.unitId]);
    if (version === null || office === undefined) throw new Problem(NOT_FOUND);
    return {
      id: hold.id,
      offeredTimeId: hold.offeredTimeId,
      appointmentTypeId: version.appointmentTypeId,
      appointmentTypeSlug: version.slug,
      startsAt: formatInstant(hold.startsAt),
      endsAt: formatInstant(hold.endsAt),
      expiresAt: formatInstant(hold.expiresAt),
      extended: hold.extended,
      mode: hold.mode,
      office: officeView(office),
    };
  }
}
