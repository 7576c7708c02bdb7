export { ApplyTemplate } from './apply-template.ts';
export { CreateWeekTemplate } from './create-week-template.ts';
export { WeekTemplatesModule } from './week-templates.module.ts';
export type * from './week-template-types.ts';
