import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import { toDate, Transactions } from '../../platform/database/index.ts';
import { OrganisationReads } from './organisation-reads.ts';
import { SERVICE_CHANGE } from './organisation.actions.ts';
import { ServicesRepository } from './services.repository.ts';
import { videoAddress } from './video-address.ts';

/** Gives a service the address of its instructions in sign language, another one, or none. */
@Injectable()
export class ChangeSignLanguageVideo {
  constructor(
    private readonly access: Access,
    private readonly transactions: Transactions,
    private readonly organisation: OrganisationReads,
    private readonly services: ServicesRepository,
    private readonly clock: Clock,
  ) {}

  /** @param url null: there is no video @throws Problem VIDEO_ADDRESS_INVALID; NOT_FOUND outside the reach */
  execute(principal: Principal, serviceId: string, url: string | null): Promise<void> {
    this.access.requireAction(principal, SERVICE_CHANGE);
    const address = url === null ? null : videoAddress(url);
    return this.transactions.run(principal, async (tx) => {
      const unitIds = await this.organisation.unitsOfService(tx, serviceId);
      const inReach =
        principal.kind === 'SYSTEM' || unitIds.some((unitId) => this.access.allows(principal, SERVICE_CHANGE, { unitId, serviceId }));
      if (!inReach || !(await this.services.setVideo(tx, serviceId, address, toDate(this.clock.now())))) throw new Problem(NOT_FOUND);
    });
  }
}
