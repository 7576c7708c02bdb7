/** Something changed: only that, never what. The reader asks for what it may see. */
export interface LiveEvent {
  readonly organisationId: string;
  /** What changed, as views subscribe to it: `calendar:<employee id>:2026-11-24`. No spaces. */
  readonly subject: string;
  /** Version after the change, or '' when the subject has none. */
  readonly version: string;
}

export const liveChannel = 'vuoro_live';

/** @throws Error for a subject that could not be told from its version */
export function encodeLiveEvent(event: LiveEvent): string {
  const text = `${event.organisationId} ${event.subject} ${event.version}`;
  if (/\s/.test(event.subject) || text.length > 2000) throw new Error(`Not a live subject: ${event.subject}`);
  return text;
}

/** null for a notification that is not ours. */
export function decodeLiveEvent(payload: string): LiveEvent | null {
  const [organisationId, subject, version = ''] = payload.split(' ');
  return organisationId === undefined || organisationId === '' || subject === undefined ? null : { organisationId, subject, version };
}
