import { Injectable } from '@nestjs/common';
import { Clock, localDateOf, Problem, type Instant, type LocalDate } from '../../kernel/index.ts';
import { NOT_FOUND } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { HolidaysRepository } from './holidays.repository.ts';
import type { ClosedDay, ServiceRecord, ServiceTaskRecord, UnitRecord } from './organisation-records.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { isPublic } from './publication-rules.ts';
import { ServicesRepository } from './services.repository.ts';
import { UnitsRepository } from './units.repository.ts';

/** A service that citizens see, with the offices in production where it is given. */
export interface PublicService {
  readonly service: ServiceRecord;
  readonly offices: readonly UnitRecord[];
}

/** What other modules read of the organisation, within its own rows only. */
@Injectable()
export class OrganisationReads {
  constructor(
    private readonly unitRows: UnitsRepository,
    private readonly serviceRows: ServicesRepository,
    private readonly holidays: HolidaysRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly clock: Clock,
  ) {}

  /** The date of today on the organisation's calendar: the one of the transaction. */
  async today(tx: Tx): Promise<LocalDate> {
    return localDateOf(this.clock.now(), await this.organisations.timeZone(tx));
  }

  /** All units in any rollout state, in the order of their codes; with ids only those, unknown ones left out. */
  units(tx: Tx, ids?: readonly string[]): Promise<UnitRecord[]> {
    return ids === undefined ? this.unitRows.all(tx) : this.unitRows.byIds(tx, ids);
  }

  /**
   * Foreign keys do not look at the organisation, so whoever is to point at units asks here first.
   * @throws Problem NOT_FOUND when one of them is not a unit of this organisation
   */
  async requireUnits(tx: Tx, ids: readonly string[]): Promise<UnitRecord[]> {
    const wanted = [...new Set(ids)];
    const found = await this.unitRows.byIds(tx, wanted);
    if (found.length < wanted.length) throw new Problem(NOT_FOUND);
    return found;
  }

  /** The unit and everything below it; empty for an unknown one. */
  subtree(tx: Tx, unitId: string): Promise<string[]> {
    return this.unitRows.subtree(tx, unitId);
  }

  /** All services in any state of publication, in the order of their codes; with ids only those, unknown ones left out. */
  services(tx: Tx, ids?: readonly string[]): Promise<ServiceRecord[]> {
    return ids === undefined ? this.serviceRows.all(tx) : this.serviceRows.byIds(tx, ids);
  }

  serviceTasks(tx: Tx): Promise<ServiceTaskRecord[]> {
    return this.serviceRows.tasks(tx);
  }

  /** Units at which a service is given, whatever their rollout state. */
  unitsOfService(tx: Tx, serviceId: string): Promise<string[]> {
    return this.serviceRows.unitsOf(tx, serviceId);
  }

  /**
   * Services that citizens see now: published, or scheduled for a moment that has come, and given in at least one office that is in
   * production today.
   */
  async publicServices(tx: Tx, now: Instant): Promise<PublicService[]> {
    const services = (await this.serviceRows.all(tx)).filter((service) => isPublic(service, now));
    const given = await this.serviceRows.openOffices(tx, await this.today(tx));
    const offices = new Map((await this.unitRows.byIds(tx, [...new Set(given.map((row) => row.unitId))])).map((unit) => [unit.id, unit]));
    return services
      .map((service) => ({
        service,
        offices: [...offices.values()].filter((office) => given.some((row) => row.serviceId === service.id && row.unitId === office.id)),
      }))
      .filter(({ offices: open }) => open.length > 0);
  }

  /**
   * Days on which a unit is closed, both ends included: public holidays and eves of the organisation, and closures of the unit or of
   * what it belongs to. One row a day; the organisation's own name for a day goes before a closure. Without a unit the organisation's only.
   */
  closedDays(tx: Tx, unitId: string | null, fromDate: LocalDate, toDate: LocalDate): Promise<ClosedDay[]> {
    return this.holidays.closedDays(tx, unitId, fromDate, toDate);
  }

  /** As `closedDays`, for many units in one query. Every unit asked for has an entry. */
  async closedDaysByUnit(tx: Tx, unitIds: readonly string[], fromDate: LocalDate, toDate: LocalDate): Promise<Map<string, ClosedDay[]>> {
    const byUnit = new Map<string, ClosedDay[]>(unitIds.map((id) => [id, []]));
    for (const { unitId, ...day } of await this.holidays.closedDaysOfUnits(tx, unitIds, fromDate, toDate)) byUnit.get(unitId)?.push(day);
    return byUnit;
  }
}
