import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { OrganisationReads, type PublicService, type ServiceRecord, type UnitRecord } from '../organisation/index.ts';
import type { AppointmentTypeVersion } from './appointment-type-records.ts';
import { AppointmentTypes } from './appointment-types.ts';

/** A type that citizens see, with the offices in production where it is given. */
export interface PublicType {
  readonly version: AppointmentTypeVersion;
  readonly service: ServiceRecord;
  readonly offices: readonly UnitRecord[];
}

/** A service that citizens see, with its types. */
export interface CatalogueEntry extends PublicService {
  readonly types: readonly PublicType[];
}

/** What citizens may know of: the same answer for lists, pages and the search for free times. */
@Injectable()
export class PublicCatalogue {
  constructor(
    private readonly organisation: OrganisationReads,
    private readonly appointmentTypes: AppointmentTypes,
    private readonly clock: Clock,
  ) {}

  /** Services that citizens see now, in the order of their codes, with their types in force that are not INTERNAL. */
  async entries(tx: Tx): Promise<CatalogueEntry[]> {
    const now = this.clock.now();
    const services = await this.organisation.publicServices(tx, now);
    const versions = (await this.appointmentTypes.listInForce(tx, now, 'CLIENT')).filter((version) => version.audience !== 'INTERNAL');
    return services.map(({ service, offices }) => ({
      service,
      offices,
      types: versions
        .filter((version) => version.serviceId === service.id)
        .map((version) => ({ version, service, offices: offices.filter((office) => version.unitIds.includes(office.id)) }))
        .filter((type) => type.offices.length > 0),
    }));
  }

  /** One type that citizens see, by the type's id; null when it is unknown, unpublished, internal, or given in no office in production. */
  async type(tx: Tx, typeId: string): Promise<PublicType | null> {
    const types = (await this.entries(tx)).flatMap((entry) => entry.types);
    return types.find((type) => type.version.appointmentTypeId === typeId) ?? null;
  }
}
