import { MOST_COLUMNS } from '../calendar-address';

/** Adds or takes away one; the order of choosing is the order of the columns. The last one stays: a calendar shows somebody. */
export function toggled(chosen: readonly string[], id: string): readonly string[] {
  if (!chosen.includes(id)) return chosen.length < MOST_COLUMNS ? [...chosen, id] : chosen;
  return chosen.length > 1 ? chosen.filter((other) => other !== id) : chosen;
}

/** A team in place of what was chosen; of a large one as many as are read side by side. */
export function ofTeam(employeeIds: readonly string[]): readonly string[] {
  return employeeIds.slice(0, MOST_COLUMNS);
}

export function isExactly(chosen: readonly string[], ids: readonly string[]): boolean {
  return ids.length > 0 && chosen.length === ids.length && ids.every((id) => chosen.includes(id));
}

/** Words in any order, each at the beginning of some word of the name. */
export function matches(name: string, search: string): boolean {
  const words = name.toLocaleLowerCase('fi').split(/[\s-]+/);
  const asked = search.toLocaleLowerCase('fi').split(/\s+/).filter(Boolean);
  return asked.every((part) => words.some((word) => word.startsWith(part)));
}
