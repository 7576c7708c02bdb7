import { Injectable } from '@nestjs/common';
import { Problem } from '../../kernel/index.ts';
import { Access, NOT_FOUND, type Principal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { OrganisationReads } from '../organisation/index.ts';
import { AppointmentTypesRepository } from './appointment-types.repository.ts';
import type { GuidanceEntity } from './guidance.entity.ts';
import { GuidanceRepository } from './guidance.repository.ts';

/** Whose guidance it is. */
export type GuidanceSubject = { readonly serviceId: string } | { readonly appointmentTypeId: string };

/** Finds the guidance of a service or a type, and who may work on it: those who reach a unit where it is given. */
@Injectable()
export class GuidanceSubjects {
  constructor(
    private readonly access: Access,
    private readonly organisation: OrganisationReads,
    private readonly types: AppointmentTypesRepository,
    private readonly guidance: GuidanceRepository,
  ) {}

  /** @returns the guidance, null when none is written yet @throws Problem NOT_FOUND outside the principal's reach */
  async require(tx: Tx, principal: Principal, action: string, subject: GuidanceSubject): Promise<GuidanceEntity | null> {
    this.access.requireAction(principal, action);
    const place = await this.placeOf(tx, subject);
    if (place === null) throw new Problem(NOT_FOUND);
    const reached = place.unitIds.some((unitId) => this.access.allows(principal, action, { unitId, serviceId: place.serviceId }));
    if (!reached && principal.kind !== 'SYSTEM') throw new Problem(NOT_FOUND);
    const [found] =
      'serviceId' in subject
        ? await this.guidance.ofServices(tx, [subject.serviceId])
        : await this.guidance.ofTypes(tx, [subject.appointmentTypeId]);
    return found ?? null;
  }

  private async placeOf(tx: Tx, subject: GuidanceSubject): Promise<{ serviceId: string; unitIds: readonly string[] } | null> {
    if ('appointmentTypeId' in subject) {
      const type = await this.types.newest(tx, subject.appointmentTypeId);
      return type?.serviceId == null ? null : { serviceId: type.serviceId, unitIds: type.unitIds };
    }
    const [service] = await this.organisation.services(tx, [subject.serviceId]);
    return service === undefined ? null : { serviceId: service.id, unitIds: await this.organisation.unitsOfService(tx, service.id) };
  }
}
