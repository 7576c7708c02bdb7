import { type SchemaPathTree, email, validate } from '@angular/forms/signals';
import { atMost } from '@vuoro/ui-shared';
import type { CitizenProfileView } from '@vuoro/ui-shared/api';
import { type ContactModel, isWantedOnly } from './contact-model';

const LONGEST_PHONE = 40;
const LONGEST_EMAIL = 254;
const PHONE = /^\+?[\d\s().-]{5,25}$/;

/**
 * A number or address that can be right, and one for each way of reminding that is chosen here. Nobody is stopped for the choice that
 * everybody begins with: without a number or address it reaches nobody, and both are voluntary. The server has the last word.
 */
export function contactRules(path: SchemaPathTree<ContactModel>, profile: () => CitizenProfileView | null): void {
  validate(path.phone, ({ value, valueOf }) => {
    if (value().trim() !== '') return PHONE.test(value().trim()) ? undefined : { kind: 'NOT_A_PHONE' };
    return valueOf(path.remindBySms) && !isWantedOnly('SMS', profile()) ? { kind: 'REMINDER_NEEDS_PHONE' } : undefined;
  });
  atMost(path.phone, LONGEST_PHONE);
  email(path.email);
  atMost(path.email, LONGEST_EMAIL);
  validate(path.email, ({ value, valueOf }) =>
    value().trim() === '' && valueOf(path.remindByEmail) && !isWantedOnly('EMAIL', profile())
      ? { kind: 'REMINDER_NEEDS_EMAIL' }
      : undefined,
  );
}
