export { anAppointmentType, appointmentTypesOf, otherWorkType } from './appointment-type-builders.ts';
