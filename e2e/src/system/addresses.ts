/** Where the started system answers. Two host names on purpose: signing in is cross-site, as in production. */
export interface Addresses {
  readonly application: string;
  /** The same process; the host name alone decides whose it is. */
  readonly secondOrganisation: string;
  readonly dev: string;
}

/** Set by the global set-up, and inherited by the processes that run the tests. */
export const PORT_VARIABLE = 'E2E_PORT';

/** @throws Error when no system has been started */
export function addresses(): Addresses {
  const port = Number(process.env[PORT_VARIABLE]);
  if (!Number.isInteger(port)) throw new Error('No system runs: start the tests with `npm test -w e2e`.');
  return {
    application: `http://localhost:${port}`,
    secondOrganisation: `http://tyollisyys.localhost:${port}`,
    dev: `http://127.0.0.1:${port + 1}`,
  };
}
