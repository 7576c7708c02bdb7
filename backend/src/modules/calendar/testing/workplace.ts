import type { TypeContent } from '../../appointment-types/index.ts';
import { anAppointmentType } from '../../appointment-types/testing/index.ts';
import { aService, aUnit, type TestPlace } from '../../organisation/testing/index.ts';
import { aRoom } from '../../resources/testing/index.ts';
import { anEmployee } from '../../staff/testing/index.ts';

/** An office in production with a published service, one type, people and rooms. */
export interface Workplace {
  readonly unitId: string;
  readonly serviceId: string;
  readonly typeId: string;
  readonly employeeIds: readonly string[];
  readonly roomIds: readonly string[];
}

interface GivenWorkplace {
  readonly employees?: number;
  readonly rooms?: number;
  readonly type?: Partial<TypeContent>;
}

/** An office to test in: one employee and no room unless more are asked for. */
export async function aWorkplace(place: TestPlace, given: GivenWorkplace = {}): Promise<Workplace> {
  const unit = await aUnit().save(place);
  const service = await aService({ unitIds: [unit.id] }).save(place);
  const type = await anAppointmentType({
    serviceId: service.id,
    unitIds: [unit.id],
    ...(given.type === undefined ? {} : { content: given.type }),
  }).save(place);
  const employeeIds: string[] = [];
  for (let made = 0; made < (given.employees ?? 1); made += 1) employeeIds.push((await anEmployee({ homeUnitId: unit.id }).save(place)).id);
  const roomIds: string[] = [];
  for (let made = 0; made < (given.rooms ?? 0); made += 1)
    roomIds.push((await aRoom({ unitId: unit.id, capacity: 4 + made }).save(place)).id);
  return { unitId: unit.id, serviceId: service.id, typeId: type.id, employeeIds, roomIds };
}
