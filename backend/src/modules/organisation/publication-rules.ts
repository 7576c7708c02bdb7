import { ALLOWED, refused, type Instant, type Verdict } from '../../kernel/index.ts';
import type { PublicationState } from './organisation-records.ts';

/** What citizens may read, and from when: a service, or guidance. */
export interface Publication {
  readonly state: PublicationState;
  readonly publishAt: Date | null;
}

// A text goes back to the writer from anywhere, and away from citizens at once; only a reviewed one goes to them.
const NEXT: Readonly<Record<PublicationState, readonly PublicationState[]>> = {
  DRAFT: ['IN_REVIEW'],
  IN_REVIEW: ['DRAFT', 'SCHEDULED', 'PUBLISHED'],
  SCHEDULED: ['DRAFT', 'PUBLISHED', 'UNPUBLISHED'],
  PUBLISHED: ['UNPUBLISHED'],
  UNPUBLISHED: ['DRAFT', 'IN_REVIEW', 'SCHEDULED', 'PUBLISHED'],
};

/** Whether citizens see it now: published, or scheduled for a moment that has come. No job has to run at that moment. */
export function isPublic(publication: Publication, now: Instant): boolean {
  if (publication.state === 'PUBLISHED') return true;
  return publication.state === 'SCHEDULED' && publication.publishAt !== null && publication.publishAt.getTime() <= now.toMillis();
}

export type PublicationVerdict = Verdict<'NOT_NEXT' | 'TIME_MISSING' | 'TIME_NOT_AHEAD'>;

/** Whether a publication may go to a state now. SCHEDULED needs a moment ahead. */
export function mayBecome(from: PublicationState, to: PublicationState, publishAt: Instant | null, now: Instant): PublicationVerdict {
  if (!NEXT[from].includes(to)) return refused('NOT_NEXT', { from, to });
  if (to !== 'SCHEDULED') return ALLOWED;
  if (publishAt === null) return refused('TIME_MISSING');
  return publishAt <= now ? refused('TIME_NOT_AHEAD') : ALLOWED;
}
