/** Something that has happened, told to whoever is interested without the emitter knowing them. Ids only: events pass through the queue. */
export interface OutboxEvent {
  /** What happened, for example `reservation.booked`. Declared by the module that it happens in. */
  readonly type: string;
  readonly organisationId: string;
  /** Id of the object that it happened to. */
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, string | number | boolean | null>>;
}

const inTransactionTypes = new Set<string>();

/**
 * Declares, where the event's type stands, that it may not happen without an in-transaction listener: a process that forgot to load
 * the listener does not start. A booking without its messages would be the alternative.
 */
export function requiresInTransactionListener(type: string): void {
  inTransactionTypes.add(type);
}

export function typesThatRequireListener(): readonly string[] {
  return [...inTransactionTypes];
}
