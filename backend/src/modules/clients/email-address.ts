declare const emailAddressBrand: unique symbol;

/** One e-mail address in lower case, safe to stand in a header. */
export type EmailAddress = string & { readonly [emailAddressBrand]: true };

// A single dot-atom address. No display name, comment, quoted local part, second address or domain literal: mail programs
// disagree about those, and a message would go to somebody else.
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;
const TOP_LABEL = /^(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$/;
const LONGEST = { address: 254, localPart: 64, label: 63 } as const;

/** The address in lower case, or null when the text is not exactly one address. */
export function emailAddressFrom(text: string): EmailAddress | null {
  const address = text.trim().toLowerCase();
  if (address.length > LONGEST.address) return null;
  const parts = address.split('@');
  const [localPart, domain] = parts;
  if (parts.length !== 2 || localPart === undefined || domain === undefined) return null;
  if (localPart.length > LONGEST.localPart || !LOCAL_PART.test(localPart)) return null;
  const labels = domain.split('.');
  const isDomain =
    labels.length > 1 && labels.every((label) => label.length <= LONGEST.label && LABEL.test(label)) && TOP_LABEL.test(labels.at(-1) ?? '');
  return isDomain ? (address as EmailAddress) : null;
}

/** The form that is shown to who may not know the address: `a•••@example.fi`. */
export function maskEmailAddress(email: EmailAddress): string {
  return `${email.charAt(0)}•••${email.slice(email.indexOf('@'))}`;
}
