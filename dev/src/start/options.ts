import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.ts';

export interface StartOptions {
  /** The application's port; the next three belong to us too. */
  readonly port: number;
  /** Delete all data first. */
  readonly reset: boolean;
  /** Do not ask before deleting. */
  readonly yes: boolean;
  /** Instant at which the product's clock starts, ISO 8601 with offset; the machine's time when null. */
  readonly clock: string | null;
  readonly dataDirectory: string;
  readonly help: boolean;
  /** The options as given, without the port: for a command that starts elsewhere. */
  readonly besidesPort: readonly string[];
}

export const HELP = `npm start                     start everything on this machine
npm start -- --port 4000      another port than 3000 (the three after it are used too)
npm start -- --reset          delete all data first (asks; --yes does not)
npm start -- --clock 2027-03-26T08:00:00+02:00
                              let the product's clock start at this instant
npm start -- --data <folder>  keep the data elsewhere than in .data
`;

/**
 * Reads the command line; npm turns options given before `--` into variables, so these count as well.
 * @throws PlainError for what cannot be understood
 */
export function readOptions(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  root: string,
): StartOptions {
  const values = parse(args);
  const port = values.port ?? environment['npm_config_port'] ?? '3000';
  const clock = values.clock ?? environment['npm_config_clock'] ?? null;
  if (!/^\d{4,5}$/.test(port) || Number(port) < 1024 || Number(port) > 65_532) {
    throw new PlainError(`--port needs a number from 1024 to 65532, not "${port}".`);
  }
  if (clock !== null && (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(clock) || Number.isNaN(Date.parse(clock)))) {
    throw new PlainError(`--clock needs an instant with its offset, for example 2027-03-26T08:00:00+02:00, not "${clock}".`);
  }
  return {
    port: Number(port),
    clock,
    reset: values.reset ?? environment['npm_config_reset'] === 'true',
    yes: values.yes ?? environment['npm_config_yes'] === 'true',
    dataDirectory: resolve(root, values.data ?? environment['VUORO_DATA_DIRECTORY'] ?? '.data'),
    help: values.help ?? false,
    besidesPort: besidesPort(values),
  };
}

function besidesPort({ clock, data, reset, yes }: ReturnType<typeof parse>): string[] {
  return [
    ...(clock === undefined ? [] : ['--clock', clock]),
    ...(data === undefined ? [] : ['--data', /^[\w./~-]+$/.test(data) ? data : `'${data.replaceAll("'", "'\\''")}'`]),
    ...(reset === true ? ['--reset'] : []),
    ...(yes === true ? ['--yes'] : []),
  ];
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        clock: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        yes: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message.split('. ')[0] : 'The command line cannot be understood'}. These are the possibilities:\n\n${HELP}`,
    );
  }
}
