import { QueryFailedError } from 'typeorm';

interface DriverError {
  readonly code?: string;
  readonly constraint?: string;
}

function driverErrorOf(error: unknown): DriverError | undefined {
  return error instanceof QueryFailedError ? (error.driverError as DriverError) : undefined;
}

/** SQLSTATE of a failed statement, undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  return driverErrorOf(error)?.code;
}

/** Whether the named constraint refused the statement. */
export function isConstraintViolation(error: unknown, constraint: string): boolean {
  return driverErrorOf(error)?.constraint === constraint;
}

const serializationFailure = '40001';
const deadlockDetected = '40P01';

/** Only these two are worth trying again: the same statements may pass once the rival has finished. */
export function isWorthRetrying(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === serializationFailure || state === deadlockDetected;
}
