import { loggedError } from './logged-error.ts';

/** Everything a log line may hold besides level, time and message. A field that is not here never reaches the log. */
const allowed = new Set([
  'context',
  'requestId',
  'organisationId',
  'principalKind',
  'method',
  'route',
  'status',
  'millis',
  'aborted',
  'code',
  'err',
  'queue',
  'job',
  'jobId',
  'attempt',
  'event',
  'messageId',
  'channel',
  'outcome',
  'migration',
  'check',
  'detail',
  'port',
  'host',
  'count',
  'config',
  'issuer',
  'surface',
  'action',
]);

/** The fields of a line, reduced to the allowed ones; errors reduced to what cannot hold a value of a row. */
export function allowedFields(fields: Record<string, unknown>): Record<string, unknown> {
  const kept = Object.entries(fields).filter(([name]) => allowed.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, name === 'err' || value instanceof Error ? loggedError(value) : value]));
}
