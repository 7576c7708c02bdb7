import { addYears, parseLocalDate, PersonalIdentityCode, type LocalDate } from '../../kernel/index.ts';
import { OUT_OF_RANGE } from '../../platform/http/index.ts';
import { emailAddressFrom, type EmailAddress } from './email-address.ts';
import { phoneNumberFrom, type PhoneNumber } from './phone-number.ts';
import { wrongField } from './wrong-field.ts';

/** @throws Problem VALIDATION_FAILED naming the field */
export function checkedIdentityCode(text: string, pointer = '/identityCode'): PersonalIdentityCode {
  const parsed = PersonalIdentityCode.parse(text);
  if (!parsed.ok) throw wrongField(pointer);
  return parsed.code;
}

/** @throws Problem VALIDATION_FAILED naming the field */
export function checkedDate(text: string, pointer: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw wrongField(pointer);
  return date;
}

const oldestYears = 130;

/**
 * A birth date as of today (local date).
 * @throws Problem VALIDATION_FAILED naming the field: nobody is born tomorrow, and nobody lives so long
 */
export function checkedBirthDate(date: LocalDate, pointer: string, today: LocalDate): LocalDate {
  if (date > today || date < addYears(today, -oldestYears)) throw wrongField(pointer, OUT_OF_RANGE);
  return date;
}

/** @throws Problem VALIDATION_FAILED naming the field */
export function checkedPhone(text: string, pointer = '/phone'): PhoneNumber {
  const phone = phoneNumberFrom(text);
  if (phone === null) throw wrongField(pointer);
  return phone;
}

/** @throws Problem VALIDATION_FAILED naming the field */
export function checkedEmail(text: string, pointer = '/email'): EmailAddress {
  const email = emailAddressFrom(text);
  if (email === null) throw wrongField(pointer);
  return email;
}
