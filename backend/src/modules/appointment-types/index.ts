export { ActivateAppointmentType } from './activate-appointment-type.ts';
export {
  modes,
  ruleSnapshotOf,
  type AppointmentTypeVersion,
  type Audience,
  type BookableBy,
  type CalendarVisibility,
  type CitizenVisibility,
  type EmployeeChoice,
  type Mode,
  type RuleSnapshot,
  type TypeContent,
} from './appointment-type-records.ts';
export { AppointmentTypes } from './appointment-types.ts';
export { AppointmentTypesModule } from './appointment-types.module.ts';
export { ChangeGuidancePublication } from './change-guidance-publication.ts';
export { CreateAppointmentType } from './create-appointment-type.ts';
export { languagePattern, mayWish, wishOf, type EmployeeWish } from './employee-choice.ts';
export { guidanceView, GuidanceView } from './guidance.dto.ts';
export type { GuidanceSubject } from './guidance-subject.ts';
export { type GivenContent } from './type-content.ts';
export { WriteGuidance, type GivenTexts } from './write-guidance.ts';
