export { AddWeekTemplateVersion, type NewTemplateVersion } from './add-week-template-version.ts';
export { ApplyTemplate, type AppliedTemplate, type TemplateToApply } from './apply-template.ts';
export { CreateWeekTemplate, type NewWeekTemplate } from './create-week-template.ts';
export { weekTemplatesEntities } from './entities.ts';
export { expandTemplate, type ExpandedTemplate, type Expansion, type Occurrence, type TemplatePerson } from './expand-template.ts';
export { PreviewTemplate } from './preview-template.ts';
export { UndoTemplateApplication } from './undo-template-application.ts';
export { WeekTemplatesModule } from './week-templates.module.ts';
export type * from './week-template-types.ts';
