import { type SchemaPathTree, applyWhen, validate } from '@angular/forms/signals';
import { atMost } from '@vuoro/ui-shared';
import type { BookReservationRequest, BookableTypeView, CitizenProfileView, HoldView } from '@vuoro/ui-shared/api';
import { type ContactModel, contactModel } from '../../profile/contact-model';
import { contactRules } from '../../profile/contact-rules';
import { type InterpreterModel, interpreterLanguage, interpreterModel, interpreterRules } from './interpreter-model';

export interface ConfirmModel {
  contact: ContactModel;
  eligibilityConfirmed: boolean;
  interpreter: InterpreterModel;
  note: string;
}

const LONGEST_NOTE = 500;

export function confirmModel(profile: CitizenProfileView | null): ConfirmModel {
  return {
    contact: contactModel(profile),
    eligibilityConfirmed: false,
    interpreter: interpreterModel(profile),
    note: '',
  };
}

/**
 * @param profile as it was read; null while it is not there
 * @param hasStatement whether the type asks to confirm whom it is for
 */
export function confirmRules(
  path: SchemaPathTree<ConfirmModel>,
  profile: () => CitizenProfileView | null,
  hasStatement: () => boolean,
): void {
  contactRules(path.contact, profile);
  applyWhen(path, hasStatement, (when) => {
    validate(when.eligibilityConfirmed, ({ value }) => (value() ? undefined : { kind: 'ELIGIBILITY_NOT_CONFIRMED' }));
  });
  interpreterRules(path.interpreter);
  atMost(path.note, LONGEST_NOTE);
}

/** What is booked. An empty note and an interpreter that is not needed are left out. */
export function bookingOf(hold: HoldView, type: BookableTypeView, model: ConfirmModel): BookReservationRequest {
  const language = interpreterLanguage(model.interpreter);
  const note = type.noteAllowed ? model.note.trim() : '';
  return {
    offeredTimeId: hold.offeredTimeId,
    mode: hold.mode,
    ...(type.eligibilityStatement === null ? {} : { eligibilityConfirmed: model.eligibilityConfirmed }),
    ...(language === '' ? {} : { interpreterLanguage: language }),
    ...(note === '' ? {} : { note }),
  };
}
