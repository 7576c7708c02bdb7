import type { Instant } from '../../kernel/index.ts';
import type { Mode } from '../../modules/appointment-types/index.ts';
import type { OfferedToRelive } from '../demo.repository.ts';

/** The client online, the employee whose time it is, or the booking desk. */
export type VisitBooker = 'CITIZEN' | 'OWN' | 'DESK';

/** What becomes of it. What has not come yet simply stays booked, unless it is cancelled or moved before the first day. */
export type VisitFate = 'FULFILLED' | 'NO_SHOW' | 'CANCELLED' | 'MOVED';

/** One booking that the seed makes, and what happens to it. */
export interface PlannedVisit {
  readonly time: OfferedToRelive;
  readonly clientKey: string;
  readonly bookedAt: Instant;
  readonly by: VisitBooker;
  readonly mode: Mode;
  readonly fate: VisitFate;
  /** When it is cancelled or moved. */
  readonly changedAt: Instant | null;
  readonly changedBy: VisitBooker;
  readonly interpreterLanguage: string | null;
}
