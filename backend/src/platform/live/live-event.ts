/** Something changed: only that, never what. The reader asks for what it may see. */
export interface LiveEvent {
  readonly organisationId: string;
  /** What changed, as views subscribe to it: the id of a calendar, or `session:<hash>`. No spaces. */
  readonly subject: string;
}

export const liveChannel = 'vuoro_live';

/** @throws Error for a subject that could not be told from what stands around it */
export function encodeLiveEvent(event: LiveEvent): string {
  const text = `${event.organisationId} ${event.subject}`;
  if (/\s/.test(event.subject) || text.length > 2000) throw new Error(`Not a live subject: ${event.subject}`);
  return text;
}

/** null for a notification that is not ours. */
export function decodeLiveEvent(payload: string): LiveEvent | null {
  const [organisationId, subject] = payload.split(' ');
  return organisationId === undefined || organisationId === '' || subject === undefined ? null : { organisationId, subject };
}
