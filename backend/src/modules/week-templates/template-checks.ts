import { Injectable } from '@nestjs/common';
import { Clock, Problem } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { AppointmentTypes } from '../appointment-types/index.ts';
import { ResourceReads } from '../resources/index.ts';
import { faultOf } from './template-rules.ts';
import { TEMPLATE_ENTRY_INVALID } from './week-templates.problems.ts';
import type { TemplateEntryContent } from './week-template-types.ts';

/** Reads what the rules of a template's entries need. */
@Injectable()
export class TemplateChecks {
  constructor(
    private readonly access: Access,
    private readonly types: AppointmentTypes,
    private readonly resources: ResourceReads,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem TEMPLATE_ENTRY_INVALID naming the first entry (from 1) that is not possible, and why */
  async require(tx: Tx, unitId: string, cycleWeeks: number, entries: readonly TemplateEntryContent[]): Promise<void> {
    const types = (await this.types.listInForce(tx, this.clock.now())).filter(
      (type) => type.unitIds.includes(unitId) || (type.category === 'OTHER' && type.unitIds.length === 0),
    );
    const roomIds = (await this.resources.rooms(tx, [unitId])).map((room) => room.id);
    for (const [index, entry] of entries.entries()) {
      const fault = faultOf(entry, cycleWeeks, types, roomIds);
      if (fault === null) continue;
      throw new Problem(TEMPLATE_ENTRY_INVALID, {
        params: { position: index + 1, reason: fault },
        errors: [{ pointer: `/entries/${index}`, code: fault }],
      });
    }
  }

  /** @throws Problem NOT_FOUND when no grant with the action covers the services of the entries' client times at the unit */
  async requireServices(
    tx: Tx,
    principal: Principal,
    action: string,
    unitId: string,
    entries: readonly TemplateEntryContent[],
  ): Promise<void> {
    const wanted = new Set(entries.flatMap((entry) => entry.appointmentTypeIds));
    const types = (await this.types.listInForce(tx, this.clock.now())).filter((type) => wanted.has(type.appointmentTypeId));
    this.access.requirePlace(
      principal,
      action,
      unitId,
      types.flatMap((type) => type.serviceId ?? []),
    );
  }
}
