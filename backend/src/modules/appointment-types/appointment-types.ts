import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '../../kernel/index.ts';
import { Access, type Principal } from '../../platform/access/index.ts';
import type { Tx } from '../../platform/database/index.ts';
import { isPublic } from '../organisation/index.ts';
import type { AppointmentTypeVersion, GuidanceTexts, TypeCategory } from './appointment-type-records.ts';
import { TYPE_LIST } from './appointment-types.actions.ts';
import { AppointmentTypesRepository } from './appointment-types.repository.ts';
import { GuidanceRepository } from './guidance.repository.ts';

/** What other modules read of appointment types, within the rows of the transaction's organisation only. */
@Injectable()
export class AppointmentTypes {
  constructor(
    private readonly types: AppointmentTypesRepository,
    private readonly guidance: GuidanceRepository,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** What the type means at the instant, whatever its state; null for an unknown type or before its first version. */
  inForce(tx: Tx, typeId: string, at: Instant): Promise<AppointmentTypeVersion | null> {
    return this.types.inForce(tx, typeId, at);
  }

  /** One version, in force or not. */
  async version(tx: Tx, versionId: string): Promise<AppointmentTypeVersion | null> {
    const [found] = await this.types.versions(tx, [versionId]);
    return found ?? null;
  }

  /** Versions by their ids; unknown ones are left out. */
  async versions(tx: Tx, versionIds: readonly string[]): Promise<Map<string, AppointmentTypeVersion>> {
    return new Map((await this.types.versions(tx, versionIds)).map((version) => [version.id, version]));
  }

  /** What the active types mean at the instant, in the order of their codes. */
  listInForce(tx: Tx, at: Instant, category?: TypeCategory): Promise<AppointmentTypeVersion[]> {
    return this.types.listInForce(tx, at, category ?? null, { sql: 'TRUE', parameters: [] });
  }

  /** Of these, what the principal may know of: types given in a granted unit, and other work of the whole organisation. */
  visible(tx: Tx, principal: Principal, category?: TypeCategory): Promise<AppointmentTypeVersion[]> {
    const reach = this.access.predicate(principal, TYPE_LIST, { unit: 'a.unit_id', service: 't.service_id' }, 3);
    return this.types.listInForce(tx, this.clock.now(), category ?? null, {
      sql: `(EXISTS (SELECT 1 FROM appointment_type_unit a WHERE a.appointment_type_id = t.id AND ${reach.sql})
             OR (t.category = 'OTHER' AND NOT EXISTS (SELECT 1 FROM appointment_type_unit a WHERE a.appointment_type_id = t.id)))`,
      parameters: reach.parameters,
    });
  }

  /** Published guidance by type: its own, else that of its service. Types without any have no entry. */
  async guidanceOf(
    tx: Tx,
    types: readonly Pick<AppointmentTypeVersion, 'appointmentTypeId' | 'serviceId'>[],
  ): Promise<Map<string, GuidanceTexts>> {
    const now = this.clock.now();
    const own = await this.guidance.ofTypes(
      tx,
      types.map((type) => type.appointmentTypeId),
    );
    const services = await this.guidance.ofServices(
      tx,
      types.flatMap((type) => type.serviceId ?? []),
    );
    const found = new Map<string, GuidanceTexts>();
    for (const { appointmentTypeId, serviceId } of types) {
      const ofType = own.find((row) => row.appointmentTypeId === appointmentTypeId && isPublic(row, now));
      const ofService = services.find((row) => row.serviceId === serviceId && isPublic(row, now));
      const texts = ofType ?? ofService;
      if (texts !== undefined) found.set(appointmentTypeId, texts);
    }
    return found;
  }

  /** Published guidance by service. */
  async guidanceOfServices(tx: Tx, serviceIds: readonly string[]): Promise<Map<string, GuidanceTexts>> {
    const now = this.clock.now();
    const rows = await this.guidance.ofServices(tx, serviceIds);
    return new Map(rows.filter((row) => isPublic(row, now)).map((row) => [row.serviceId ?? '', row]));
  }
}
