export { aTemplateEntry, templatesOf } from './week-template-builders.ts';
