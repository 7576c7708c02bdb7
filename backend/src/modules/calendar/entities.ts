import { AbsenceEntity } from './absence.entity.ts';
import { AllocationEntity } from './allocation.entity.ts';
import { OfferedTimeEntity } from './offered-time.entity.ts';
import { OfferedTimeSubjectEntity } from './offered-time-subject.entity.ts';
import { OtherWorkEntity } from './other-work.entity.ts';

/** Entities of the tables that this module owns. */
export const calendarEntities = [OfferedTimeEntity, OfferedTimeSubjectEntity, AllocationEntity, OtherWorkEntity, AbsenceEntity] as const;
