export { ActivateAppointmentType } from './activate-appointment-type.ts';
export {
  ruleSnapshotOf,
  type AppointmentTypeVersion,
  type Audience,
  type BookableBy,
  type CalendarVisibility,
  type CitizenVisibility,
  type GuidanceTexts,
  type Mode,
  type RoomNeed,
  type RuleSnapshot,
  type TypeCategory,
  type TypeContent,
  type TypeState,
} from './appointment-type-records.ts';
export { AppointmentTypes } from './appointment-types.ts';
export { AppointmentTypesModule } from './appointment-types.module.ts';
export { ChangeAppointmentType, type TypeChange } from './change-appointment-type.ts';
export { ChangeGuidancePublication } from './change-guidance-publication.ts';
export { CreateAppointmentType, type NewAppointmentType } from './create-appointment-type.ts';
export { appointmentTypesEntities } from './entities.ts';
export { guidanceView, GuidanceView } from './guidance.dto.ts';
export type { GuidanceSubject } from './guidance-subject.ts';
export { PublicCatalogue, type CatalogueEntry, type PublicType } from './public-catalogue.ts';
export { RetireAppointmentType } from './retire-appointment-type.ts';
export { type GivenContent } from './type-content.ts';
export { WriteGuidance, type GivenTexts } from './write-guidance.ts';
