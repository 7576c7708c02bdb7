import { AppointmentTypeUnitEntity } from './appointment-type-unit.entity.ts';
import { AppointmentTypeVersionEntity } from './appointment-type-version.entity.ts';
import { AppointmentTypeEntity } from './appointment-type.entity.ts';
import { GuidanceEntity } from './guidance.entity.ts';

/** Entities of the tables that this module owns. */
export const appointmentTypesEntities = [
  AppointmentTypeEntity,
  AppointmentTypeVersionEntity,
  AppointmentTypeUnitEntity,
  GuidanceEntity,
] as const;
