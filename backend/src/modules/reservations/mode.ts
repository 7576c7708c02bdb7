import type { Mode } from '../appointment-types/index.ts';

/** How the client and the employee meet (asiointitapa), for validation and documentation. */
export const modes = ['VISIT', 'REMOTE', 'PHONE', 'HOME', 'GROUP'] as const satisfies readonly Mode[];
