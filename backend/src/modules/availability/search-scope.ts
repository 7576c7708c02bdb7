import { Injectable } from '@nestjs/common';
import { intersect, localDateOf, Problem, refuseUnless, type Instant, type Interval } from '../../kernel/index.ts';
import { NOT_FOUND } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { AppointmentTypes, mayWish, wishOf, type AppointmentTypeVersion } from '../appointment-types/index.ts';
import { isPublic, OrganisationReads, type UnitRecord } from '../organisation/index.ts';
import { StaffReads } from '../staff/index.ts';
import { EMPLOYEE_NOT_TO_CHOOSE } from './availability.problems.ts';
import type { Asked, SearchScope, Seeker } from './free-time-query.ts';

/** Reads what stands above the offered times: type, service, units. One closed switch closes thousands of rows. */
@Injectable()
export class SearchScopes {
  constructor(
    private readonly types: AppointmentTypes,
    private readonly organisation: OrganisationReads,
    private readonly staff: StaffReads,
  ) {}

  /** @throws Problem NOT_FOUND for a type that the seeker may not know of; EMPLOYEE_NOT_TO_CHOOSE */
  async of(tx: Tx, asked: Asked): Promise<SearchScope> {
    const scope = await this.find(tx, asked);
    if (scope === null) throw new Problem(NOT_FOUND);
    return scope;
  }

  /** As `of`; null for a type that the seeker may not know of. @throws Problem EMPLOYEE_NOT_TO_CHOOSE */
  async find(tx: Tx, asked: Asked): Promise<SearchScope | null> {
    const version = await this.types.inForce(tx, asked.appointmentTypeId, asked.now);
    if (version === null || version.category !== 'CLIENT') return null;
    if (asked.seeker === 'CITIZEN' && (version.audience === 'INTERNAL' || !(await this.isPublished(tx, version, asked.now)))) return null;
    const wanted =
      asked.unitIds === undefined || asked.unitIds.length === 0
        ? version.unitIds
        : version.unitIds.filter((id) => asked.unitIds?.includes(id));
    const employeeIds = await this.wished(tx, asked, version);
    const open =
      employeeIds?.length !== 0 && isOpenTo(asked.seeker, version) && (asked.mode === undefined || version.modes.includes(asked.mode));
    const units = open && wanted.length > 0 ? await this.organisation.units(tx, wanted) : [];
    return {
      appointmentTypeId: asked.appointmentTypeId,
      modes: version.modes,
      units: units.filter((unit) => isOpenUnit(unit, asked.seeker, asked.now)).map(({ id, timeZone }) => ({ id, timeZone })),
      audiences: audiencesOf(asked.seeker),
      employeeChoice: version.employeeChoice,
      employeeIds,
      span: bookableSpan(version, asked.seeker, asked.now),
    };
  }

  /** Whether citizens may know of a time of this type at this unit, whether or not they may book it themselves. */
  async isShownToCitizens(tx: Tx, appointmentTypeId: string, unitId: string, now: Instant): Promise<boolean> {
    const version = await this.types.inForce(tx, appointmentTypeId, now);
    if (version === null || version.audience !== 'GENERAL' || !(await this.isPublished(tx, version, now))) return false;
    const [unit] = await this.organisation.units(tx, [unitId]);
    return unit !== undefined && isOpenUnit(unit, 'CITIZEN', now);
  }

  /** Resolved to ids here, so that the search itself needs to know neither names nor languages. */
  private async wished(tx: Tx, asked: Asked, version: AppointmentTypeVersion): Promise<readonly string[] | null> {
    const wish = wishOf(asked);
    if (wish.employeeId === undefined && wish.language === undefined) return null;
    if (asked.seeker === 'CITIZEN') refuseUnless(mayWish(version, wish), { NOT_TO_CHOOSE: EMPLOYEE_NOT_TO_CHOOSE });
    return this.staff.idsWished(tx, { ...wish, onlyNamed: asked.seeker === 'CITIZEN' });
  }

  private async isPublished(tx: Tx, version: AppointmentTypeVersion, now: Instant): Promise<boolean> {
    if (version.state !== 'ACTIVE' || version.serviceId === null) return false;
    const [service] = await this.organisation.services(tx, [version.serviceId]);
    return service !== undefined && isPublic(service, now);
  }
}

/** The type's audience is the ceiling; a row's own only narrows it. */
function isOpenTo(seeker: Seeker, version: AppointmentTypeVersion): boolean {
  if (version.state !== 'ACTIVE') return false;
  return seeker === 'EMPLOYEE' || (version.audience === 'GENERAL' && version.citizenMayBook);
}

function audiencesOf(seeker: Seeker): readonly string[] {
  return seeker === 'CITIZEN' ? ['GENERAL'] : ['INTERNAL', 'RIGHT', 'GENERAL'];
}

/** Citizens see units in production; employees also those that are being tried out. */
function isOpenUnit(unit: UnitRecord, seeker: Seeker, now: Instant): boolean {
  const today = localDateOf(now, unit.timeZone);
  const valid = unit.validFrom <= today && (unit.validTo === null || unit.validTo >= today);
  return valid && (unit.rolloutState === 'PRODUCTION' || (seeker === 'EMPLOYEE' && unit.rolloutState !== 'CLOSED'));
}

/** Notice and horizon bind citizens; employees book any coming time. */
function bookableSpan(version: AppointmentTypeVersion, seeker: Seeker, now: Instant): Interval | null {
  const coming = { start: now, end: now.plus({ years: 2 }) };
  if (seeker === 'EMPLOYEE') return coming;
  const start = now.plus({ hours: version.minNoticeHours });
  const end = now.plus({ days: version.horizonDays });
  return start < end ? intersect(coming, { start, end }) : null;
}
