/** How much of an entry somebody sees. BUSY: that the time is taken, and nothing else. */
export type Disclosure = 'FULL' | 'TYPE' | 'BUSY';

/** What the reader's rights say of one reservation, and what its type lets colleagues see. */
export interface ReservationSight {
  /** Access model P2: may know who the client is. */
  readonly mayReadClients: boolean;
  /** May know the type: same unit and service. */
  readonly mayReadType: boolean;
  readonly visibility: Disclosure;
}

/** A type that is open to colleagues still does not show them the client: names need the right to the reservation itself. */
export function disclosureOfReservation({ mayReadClients, mayReadType, visibility }: ReservationSight): Disclosure {
  if (mayReadClients) return 'FULL';
  return mayReadType && visibility !== 'BUSY' ? 'TYPE' : 'BUSY';
}

export interface OtherTimeSight {
  readonly own: boolean;
  /** A supervisor of the unit. */
  readonly supervised: boolean;
  /** A colleague of the unit. */
  readonly colleague: boolean;
  readonly visibility: Disclosure;
}

/** Private time is busy to everybody but its owner, to the supervisor too. */
export function disclosureOfOtherWork({ own, supervised, colleague, visibility }: OtherTimeSight): Disclosure {
  if (own) return 'FULL';
  if (visibility === 'BUSY') return 'BUSY';
  if (supervised) return 'FULL';
  return colleague ? visibility : 'BUSY';
}

/** Everybody sees that a person is away; whether it is leave, only the person and the supervisor (act 759/2004: necessity). */
export function disclosureOfAbsence({ own, supervised }: Pick<OtherTimeSight, 'own' | 'supervised'>): Disclosure {
  return own || supervised ? 'FULL' : 'BUSY';
}
