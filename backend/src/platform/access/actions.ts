import type { Role } from './principal.ts';

/**
 * How far a role reaches with an action.
 * OWN: objects whose employee one is. GRANTED: objects of the granted units (subtree) and services. ANY: the whole organisation.
 */
export type Reach = 'OWN' | 'GRANTED' | 'ANY';

export type Surface = 'CITIZEN' | 'EMPLOYEE';

export interface Action {
  readonly code: string;
  readonly surface: Surface;
  /** Empty for a citizen's action: its reach is always the own client. */
  readonly reach: Readonly<Partial<Record<Role, readonly Reach[]>>>;
}

type ReachByRole = Readonly<Partial<Record<Role, Reach | readonly Reach[]>>>;

const registry = new Map<string, Action>();

/**
 * Declares the actions of a module with their rules, which yield both yes or no and an SQL predicate.
 * @throws Error when a code is taken
 */
export function defineActions<const Codes extends Readonly<Record<string, ReachByRole>>>(
  surface: Surface,
  rules: Codes,
): { readonly [Code in keyof Codes]: Code } {
  for (const [code, byRole] of Object.entries(rules)) {
    if (registry.has(code)) throw new Error(`The action ${code} is declared twice.`);
    const reach = Object.fromEntries(
      Object.entries(byRole).map(([role, value]) => [role, typeof value === 'string' ? [value] : value]),
    ) as Action['reach'];
    registry.set(code, { code, surface, reach });
  }
  return Object.fromEntries(Object.keys(rules).map((code) => [code, code])) as { readonly [Code in keyof Codes]: Code };
}

/** @throws Error for a code that no module declared: a slip that must stop the boot. */
export function actionOf(code: string): Action {
  const action = registry.get(code);
  if (action === undefined) throw new Error(`No module declares the action ${code}.`);
  return action;
}

/** All declared actions in the order of their codes; the authorisation tests walk them. */
export function allActions(): readonly Action[] {
  return [...registry.values()].sort((a, b) => a.code.localeCompare(b.code));
}
