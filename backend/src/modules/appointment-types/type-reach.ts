import { Problem } from '../../kernel/index.ts';
import { NOT_FOUND, type Access, type Principal } from '../../platform/access/index.ts';
import type { TypeCategory } from './appointment-type-records.ts';
import { OTHER_WORK_TYPE_CHANGE, TYPE_CHANGE } from './appointment-types.actions.ts';

export interface TypePlace {
  readonly category: TypeCategory;
  readonly serviceId: string | null;
  readonly unitIds: readonly string[];
}

/**
 * A change of a type changes it everywhere it is given, so all of its units must be within reach. Other work without units belongs to the
 * whole organisation.
 * @throws Problem FORBIDDEN, or NOT_FOUND outside the principal's reach
 */
export function requireChangeable(access: Access, principal: Principal, { category, serviceId, unitIds }: TypePlace): void {
  if (category === 'OTHER' && unitIds.length === 0) return access.require(principal, OTHER_WORK_TYPE_CHANGE, {});
  access.requireAction(principal, TYPE_CHANGE);
  if (unitIds.length === 0 && principal.kind !== 'SYSTEM') throw new Problem(NOT_FOUND);
  for (const unitId of unitIds) access.require(principal, TYPE_CHANGE, serviceId === null ? { unitId } : { unitId, serviceId });
}
