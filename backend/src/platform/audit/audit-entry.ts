/** What was done with the data. */
export type AuditWhat =
  | 'search'
  | 'list'
  | 'view'
  | 'create'
  | 'update'
  | 'move'
  | 'cancel'
  | 'notify'
  | 'export'
  | 'print'
  | 'log-view'
  | 'sign-in'
  | 'sign-out'
  | 'denied';

/** On what ground the actor used the data: own matter, a case assigned to them, duty in the unit, cover for a colleague, an emergency, or the product itself. */
export type AuditPurpose = 'OWN_MATTER' | 'ASSIGNED' | 'UNIT_DUTY' | 'COVER' | 'BREAK_GLASS' | 'ADMINISTRATION' | 'SYSTEM';

/** MISS: somebody searched for a person who was not there, which says something too. */
export type AuditResult = 'OK' | 'DENIED' | 'MISS';

/** One use of client data. Ids only: never an identity code, name, address or text of the client. */
export interface AuditEntry {
  /** The use case, for example `ReservationBook`. */
  readonly action: string;
  readonly what: AuditWhat;
  readonly objectType: string;
  readonly objectIds: readonly string[];
  /** Every client whose data was shown or changed: a list of forty names has forty. */
  readonly clientIds: readonly string[];
  readonly serviceTaskId?: string;
  readonly purpose: AuditPurpose;
  /** Given by the actor, where one is asked for. */
  readonly reason?: string;
  /** OK unless given; DENIED for `denied`. */
  readonly result?: AuditResult;
  /** The unit in which the actor acted; unless given, the unit of the actor's only grant. */
  readonly unitId?: string;
  readonly details?: Readonly<Record<string, string | number | boolean | null>>;
}
