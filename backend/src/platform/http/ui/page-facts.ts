import { inLanguage, isLanguage } from '../../../kernel/localized-text.ts';
import type { OrganisationContacts } from '../organisation-by-host.ts';

// The same sign as for the nonce; the languages' texts around them stay in the application's own page.
const placeholder = /__(ENVIRONMENT|PORTAL_NAME|PHONE|PHONE_LINK|TEXT_NUMBER|TEXT_NUMBER_LINK|HOURS|ADDRESS)(?:_(FI|SV|EN))?__/g;

/** What a page knows before its script has asked for anything. */
export interface PageFacts {
  readonly contacts: OrganisationContacts | null;
  /** null in production. */
  readonly environmentName: string | null;
}

/**
 * Writes facts into a page. Whoever has no script, or whose script does not come, must still find a phone and a text number; and the
 * band of a test environment must not push the page down when it is already being read. Values are escaped, unknown ones are empty.
 */
export function withFacts(page: string, { contacts, environmentName }: PageFacts): string {
  return page.replace(placeholder, (_place, what: string, language: string | undefined) => {
    if (what === 'ENVIRONMENT') return escaped(environmentName ?? '');
    return contacts === null ? '' : escaped(valueOf(contacts, what, (language ?? 'FI').toLowerCase()));
  });
}

function valueOf(contacts: OrganisationContacts, what: string, language: string): string {
  const inItsLanguage = (text: OrganisationContacts['portalName']): string => inLanguage(text, isLanguage(language) ? language : 'fi');
  switch (what) {
    case 'PORTAL_NAME':
      return inItsLanguage(contacts.portalName);
    case 'PHONE':
      return readable(contacts.contactPhone);
    case 'PHONE_LINK':
      return `tel:${dialled(contacts.contactPhone)}`;
    case 'TEXT_NUMBER':
      return readable(contacts.contactTextNumber);
    case 'TEXT_NUMBER_LINK':
      return `sms:${dialled(contacts.contactTextNumber)}`;
    case 'HOURS':
      return inItsLanguage(contacts.contactHours);
    default:
      return inItsLanguage(contacts.contactAddress);
  }
}

/** `+358501234567` as people read it: `+358 50 123 4567`. */
function readable(number: string): string {
  return number.replace(/^(\+358)(\d{2})(\d{3})(\d+)$/, '$1 $2 $3 $4');
}

function dialled(number: string): string {
  return number.replaceAll(/[^+\d]/g, '');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
