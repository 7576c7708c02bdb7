/** What the log says of an error. Never its own message when it comes from the database: there values of the row stand. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const deepestCause = 3;

/** An error reduced to what helps to find its place: type, code, constraint and stack, without parameters or details. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const fields = error as Error & { code?: unknown; constraint?: unknown; driverError?: unknown };
  const driverError = fields.driverError as { code?: unknown; constraint?: unknown } | undefined;
  const fromDatabase = driverError !== undefined || 'severity' in error;
  const code = text(fields.code) ?? text(driverError?.code);
  const constraint = text(fields.constraint) ?? text(driverError?.constraint);
  return {
    type: error.name,
    message: fromDatabase ? 'the database refused a statement' : error.message,
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(error.stack === undefined ? {} : { stack: placesOf(error.stack) }),
    ...(error.cause === undefined || depth >= deepestCause ? {} : { cause: loggedError(error.cause, depth + 1) }),
  };
}

/** Only the lines that name places in the code: the first ones repeat the message. */
function placesOf(stack: string): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
