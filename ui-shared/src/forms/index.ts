export { ErrorSummary } from './error-summary';
export { ErrorTexts } from './error-texts';
export { FieldControl } from './field-control';
export { LabelledField } from './labelled-field';
export { type SubmitOutcome, serverErrors, submitToServer } from './server-errors';
