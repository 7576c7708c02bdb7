/** A failure whose message is one clear sentence with what to do; it is shown to people without a stack. */
export class PlainError extends Error {
  override readonly name = 'PlainError';
}

/** The system's error code (`EACCES`, `ENOSPC`, …) of whatever was thrown. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}
