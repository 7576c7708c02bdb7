import { type SchemaPathTree, email, maxLength, validate } from '@angular/forms/signals';
import type { ContactModel } from './contact-model';

const LONGEST_PHONE = 40;
const LONGEST_EMAIL = 254;
const PHONE = /^\+?[\d\s().-]{5,25}$/;

/** A number or address that can be right, and one for each way of reminding that is chosen. The server has the last word. */
export function contactRules(path: SchemaPathTree<ContactModel>): void {
  validate(path.phone, ({ value, valueOf }) => {
    if (value().trim() === '') return valueOf(path.remindBySms) ? { kind: 'REMINDER_NEEDS_PHONE' } : undefined;
    return PHONE.test(value().trim()) ? undefined : { kind: 'NOT_A_PHONE' };
  });
  maxLength(path.phone, LONGEST_PHONE);
  email(path.email);
  maxLength(path.email, LONGEST_EMAIL);
  validate(path.email, ({ value, valueOf }) =>
    value().trim() === '' && valueOf(path.remindByEmail) ? { kind: 'REMINDER_NEEDS_EMAIL' } : undefined,
  );
}
