import type { UnitView } from '@vuoro/ui-shared/api';

/** The units with everything below them. */
export function unitsUnder(unitIds: readonly string[], units: readonly Pick<UnitView, 'id' | 'parentId'>[]): ReadonlySet<string> {
  const covered = new Set(unitIds);
  for (let size = -1; size !== covered.size;) {
    size = covered.size;
    for (const { id, parentId } of units) if (parentId !== null && covered.has(parentId)) covered.add(id);
  }
  return covered;
}
