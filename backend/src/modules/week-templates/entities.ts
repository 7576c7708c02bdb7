import { TemplateApplicationEntity } from './template-application.entity.ts';
import { WeekTemplateEntity } from './week-template.entity.ts';
import { WeekTemplateEntryEntity } from './week-template-entry.entity.ts';
import { WeekTemplateVersionEntity } from './week-template-version.entity.ts';

/** Entities of the tables that this module owns. */
export const weekTemplatesEntities = [
  WeekTemplateEntity,
  WeekTemplateVersionEntity,
  WeekTemplateEntryEntity,
  TemplateApplicationEntity,
] as const;
