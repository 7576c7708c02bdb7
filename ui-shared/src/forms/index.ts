// These two stand on the forms library. Were they exported beside the other components, every first view would carry it:
// the builder parts a barrel's files by who imports the barrel.
export { DatePicker } from '../components/month-view/date-picker';
export { TimeInput } from '../components/time/time-input';
export { atMost } from './at-most';
export { ErrorSummary } from './error-summary';
export { ErrorTexts } from './error-texts';
export { FieldControl } from './field-control';
export { LabelledField } from './labelled-field';
export { type SubmitOutcome, serverErrors, submitToServer } from './server-errors';
export { Submission } from './submission';
