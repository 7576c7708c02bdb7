export { ChangeOrganisationHosts, type OrganisationHosts } from './change-organisation-hosts.ts';
export { ChangeRolloutState } from './change-rollout-state.ts';
export { ChangeServicePublication, publicationProblems } from './change-service-publication.ts';
export { CloseUnitOn, type NewClosure } from './close-unit-on.ts';
export { CreateOrganisation, type NewOrganisation } from './create-organisation.ts';
export { CreateService, type NewService } from './create-service.ts';
export { CreateServiceTask, type NewServiceTask } from './create-service-task.ts';
export { CreateUnit, type NewUnit } from './create-unit.ts';
export { EnterPublicHolidays } from './enter-public-holidays.ts';
export { organisationEntities } from './entities.ts';
export { hostScope } from './host-scope.ts';
export { localizedTextView, localizedTextViewOrNull, LocalizedTextView } from './localized-text.dto.ts';
export { officeView, OfficeView } from './office.dto.ts';
export { OrganisationReads, type PublicService } from './organisation-reads.ts';
export type {
  ClosedDay,
  ClosedDayKind,
  Keywords,
  Organisation,
  PublicationState,
  RolloutState,
  SecrecyLevel,
  ServiceRecord,
  ServiceTaskRecord,
  SubjectKind,
  UnitKind,
  UnitRecord,
} from './organisation-records.ts';
export { OrganisationModule } from './organisation.module.ts';
export { Organisations } from './organisations.ts';
export { isPublic, mayBecome, type Publication, type PublicationVerdict } from './publication-rules.ts';
export { RegisterSubject } from './register-subject.ts';
