import { BookableSubjectEntity } from './bookable-subject.entity.ts';
import { HolidayEntity } from './holiday.entity.ts';
import { OrganisationEntity } from './organisation.entity.ts';
import { ServiceTaskEntity } from './service-task.entity.ts';
import { ServiceEntity } from './service.entity.ts';
import { UnitServiceEntity } from './unit-service.entity.ts';
import { UnitEntity } from './unit.entity.ts';

/** Entities of the tables that this module owns. */
export const organisationEntities = [
  OrganisationEntity,
  UnitEntity,
  ServiceTaskEntity,
  ServiceEntity,
  UnitServiceEntity,
  HolidayEntity,
  BookableSubjectEntity,
] as const;
