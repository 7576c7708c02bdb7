import type { Language } from '../../../kernel/index.ts';
import { PLACEHOLDERS, type MessageChannel, type MessageKind, type MessageValues } from '../message-kinds.ts';
import { renderText } from './message-text.ts';
import { smsSizeOf } from './sms-size.ts';
import { contactText } from './spoken-values.ts';

export interface TemplateDraft {
  readonly kind: MessageKind;
  readonly channel: MessageChannel;
  readonly language: Language;
  readonly subject: string | null;
  readonly body: string;
}

export type TemplateFault =
  | 'EMPTY'
  /** Something in braces that is not a placeholder of this kind, or a brace that stands alone. */
  | 'UNKNOWN_PLACEHOLDER'
  /** Messages tell to sign in; a link in them would train people for fraud. */
  | 'LINK'
  | 'CONTROL_CHARACTER'
  | 'SUBJECT_MISSING'
  /** Sent as header: fixed text in one line. */
  | 'SUBJECT_NOT_PLAIN'
  /** More than one SMS. */
  | 'TOO_LONG';

const longestEmail = 2000;
const longestSubject = 78;
const link = /https?:|www\.|\b[\w-]+\.(fi|com|net|org|eu|se)\b/i;
// Line breaks are allowed in a body, nothing else that a phone might act on or hide.
const control = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/;

/** Everything that is wrong with a text; empty when it may be used. */
export function faultsOf(draft: TemplateDraft): TemplateFault[] {
  const faults: TemplateFault[] = [];
  if (draft.body.trim() === '') faults.push('EMPTY');
  if (!hasOnlyPlaceholdersOf(draft.kind, draft.body)) faults.push('UNKNOWN_PLACEHOLDER');
  if (link.test(draft.body)) faults.push('LINK');
  if (control.test(draft.body)) faults.push('CONTROL_CHARACTER');
  if (draft.channel === 'EMAIL') faults.push(...faultsOfSubject(draft.subject));
  // The length is of the finished text, so it can be told only when the rest is right.
  if (faults.length === 0 && isTooLong(draft)) faults.push('TOO_LONG');
  return faults;
}

/** Values as long as they usually get, of which the finished length is judged. */
export function typicalValues(language: Language): MessageValues {
  const when = { fi: 'pe 11.12.2026 klo 12.30', sv: 'tors 10.12.2026 kl. 12.30', en: 'Fri 11 Dec 2026 at 12:30' }[language];
  const ways = { portalName: { fi: '', sv: '', en: '' }, contactPhone: '+358500000000', contactTextNumber: '+358500000000' };
  return { when, newWhen: when, deadline: when, portalName: 'Asiointi', contact: contactText(ways, 'CALL', language), code: '123456' };
}

function hasOnlyPlaceholdersOf(kind: MessageKind, body: string): boolean {
  const rest = body.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (PLACEHOLDERS[kind].some((known) => known === name) ? '' : whole));
  return !/[{}]/.test(rest);
}

function faultsOfSubject(subject: string | null): TemplateFault[] {
  if (subject === null || subject.trim() === '') return ['SUBJECT_MISSING'];
  return /[\u0000-\u001f\u007f{}]/.test(subject) || subject.length > longestSubject || link.test(subject) ? ['SUBJECT_NOT_PLAIN'] : [];
}

function isTooLong(draft: TemplateDraft): boolean {
  const text = renderText(draft.kind, draft.body, typicalValues(draft.language));
  return draft.channel === 'SMS' ? smsSizeOf(text).segments > 1 : text.length > longestEmail;
}
