import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

declare const phoneNumberBrand: unique symbol;

/** A telephone number in E.164, for example `+358401234567`. */
export type PhoneNumber = string & { readonly [phoneNumberBrand]: true };

// Digits and what people put between them. Anything else (line breaks, letters, a second number) is no typing habit.
const FORM = /^\+?[0-9()\- ./]{4,30}$/;

/** The number in E.164, or null when it is none; without a country code it is Finnish. */
export function phoneNumberFrom(text: string): PhoneNumber | null {
  const trimmed = text.trim();
  if (!FORM.test(trimmed)) return null;
  const number = parsePhoneNumberFromString(trimmed, { defaultCountry: 'FI', extract: false });
  return number?.isValid() === true ? (number.number as unknown as PhoneNumber) : null;
}

/** The form that is shown to who may not know the number: `+358•••••67`. */
export function maskPhoneNumber(phone: PhoneNumber): string {
  return `${phone.slice(0, 4)}•••••${phone.slice(-2)}`;
}
