import { interval, newId, parseInstant, type Instant } from '../../../kernel/index.ts';
import type { TestDatabase } from '../../../platform/testing/index.ts';
import { anAppointmentType } from '../../appointment-types/testing/index.ts';
import type { TypeContent } from '../../appointment-types/index.ts';
import { aRoom } from '../../resources/testing/index.ts';
import { anEmployee } from '../../staff/testing/index.ts';
import { aService, aUnit } from '../../organisation/testing/index.ts';

export interface BookingPlaceOptions {
  readonly employees?: number;
  /** Seats of each room of the office. */
  readonly rooms?: readonly number[];
  readonly type?: Partial<TypeContent>;
}

/** An office that offers times of one type: what every test of booking needs. */
export interface BookingPlace {
  readonly unitId: string;
  readonly serviceId: string;
  readonly typeId: string;
  readonly typeSlug: string;
  readonly employeeIds: readonly string[];
  readonly roomIds: readonly string[];
  /** Offers a time of the type and gives its id. Instants as ISO text. */
  offer(
    startsAt: string,
    options?: { employee?: number; minutes?: number; with?: readonly string[]; typeId?: string; audience?: string },
  ): Promise<string>;
}

/** Made by the product's own use cases, but for the offered times, which are rows of a template in real life. */
export async function aBookingPlace(db: TestDatabase, options: BookingPlaceOptions = {}): Promise<BookingPlace> {
  const unit = await aUnit().save(db);
  const service = await aService({ unitIds: [unit.id] }).save(db);
  const type = await anAppointmentType({ serviceId: service.id, unitIds: [unit.id], content: options.type ?? {} }).save(db);
  const employeeIds: string[] = [];
  for (let made = 0; made < (options.employees ?? 1); made += 1) employeeIds.push((await anEmployee({ homeUnitId: unit.id }).save(db)).id);
  const roomIds: string[] = [];
  for (const capacity of options.rooms ?? []) roomIds.push((await aRoom({ unitId: unit.id, capacity }).save(db)).id);
  return {
    unitId: unit.id,
    serviceId: service.id,
    typeId: type.id,
    typeSlug: type.slug,
    employeeIds,
    roomIds,
    async offer(startsAt, given = {}) {
      const id = newId();
      const start: Instant = parseInstant(startsAt);
      const span = interval(start, start.plus({ minutes: given.minutes ?? 60 }));
      await db.admin.query(
        `INSERT INTO offered_time (id, organisation_id, employee_id, unit_id, service_id, appointment_type_id, starts_at, ends_at, block_id, audience)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $1, $9)`,
        [
          id,
          db.organisationId,
          employeeIds[given.employee ?? 0],
          unit.id,
          service.id,
          given.typeId ?? type.id,
          span.start.toJSDate(),
          span.end.toJSDate(),
          given.audience ?? 'GENERAL',
        ],
      );
      for (const subjectId of given.with ?? [])
        await db.admin.query(
          `INSERT INTO offered_time_subject (offered_time_id, subject_id, organisation_id, role) VALUES ($1, $2, $3, 'EMPLOYEE')`,
          [id, subjectId, db.organisationId],
        );
      return id;
    },
  };
}
