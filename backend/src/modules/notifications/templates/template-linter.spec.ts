import fc from 'fast-check';
import { DateTime } from 'luxon';
import { HELSINKI, LANGUAGES } from '../../../kernel/index.ts';
import { MESSAGE_CHANNELS, MESSAGE_KINDS } from '../message-kinds.ts';
import { DEFAULT_SUBJECTS, DEFAULT_TEXTS } from './default-texts.ts';
import { renderText } from './message-text.ts';
import { smsSizeOf } from './sms-size.ts';
import { contactText, whenText } from './spoken-values.ts';
import { faultsOf, typicalValues, type TemplateDraft } from './template-linter.ts';

const aDraft = (given: Partial<TemplateDraft> = {}): TemplateDraft => ({
  kind: 'BOOKED',
  channel: 'SMS',
  language: 'fi',
  subject: null,
  body: 'Aika {when}.',
  ...given,
});
const noon = DateTime.fromISO('2026-12-11T10:30:00Z', { zone: 'utc' });

describe('the texts that an organisation begins with', () => {
  const all = MESSAGE_KINDS.flatMap((kind) =>
    MESSAGE_CHANNELS.flatMap((channel) => LANGUAGES.map((language) => [kind, channel, language] as const)),
  );

  it.each(all)('%s by %s in %s passes the linter', (kind, channel, language) => {
    const subject = channel === 'EMAIL' ? DEFAULT_SUBJECTS[kind][language] : null;
    expect(faultsOf({ kind, channel, language, subject, body: DEFAULT_TEXTS[kind][language] })).toEqual([]);
  });

  it.each(MESSAGE_KINDS)('%s fits one SMS in every language with the demo organisation’s portal and phone', (kind) => {
    for (const language of LANGUAGES) {
      const values = { ...typicalValues(language), portalName: 'Asiointi' };
      expect(smsSizeOf(renderText(kind, DEFAULT_TEXTS[kind][language], values))).toMatchObject({ encoding: 'GSM-7', segments: 1 });
    }
  });
});

describe('the linter', () => {
  it.each([
    '{service}',
    '{when | upcase}',
    '{{when}}',
    '{% raw %}x{% endraw %}',
    '{newWhen}',
    '{when',
    'when}',
    '{ when }',
    '{constructor}',
    '{code}',
  ])('refuses %s in a booking', (text) => {
    expect(faultsOf(aDraft({ body: `Aika ${text}.` }))).toContain('UNKNOWN_PLACEHOLDER');
  });

  it.each(['Katso https://x', 'www.asiointi', 'asiointi.fi'])('refuses the link in "%s"', (body) => {
    expect(faultsOf(aDraft({ body }))).toContain('LINK');
  });

  it.each(['a\u0000', 'a\u202eb', 'a\tb', 'a\u200bb', 'a\rb'])('refuses hidden characters (%j)', (body) => {
    expect(faultsOf(aDraft({ body }))).toContain('CONTROL_CHARACTER');
  });

  it('judges the length of the finished text by its encoding', () => {
    expect(faultsOf(aDraft({ body: 'a'.repeat(160) }))).toEqual([]);
    expect(faultsOf(aDraft({ body: 'a'.repeat(161) }))).toEqual(['TOO_LONG']);
    expect(faultsOf(aDraft({ body: 'đ'.repeat(71) }))).toEqual(['TOO_LONG']);
    expect(faultsOf(aDraft({ body: '{when}'.repeat(7) }))).toEqual(['TOO_LONG']);
    expect(faultsOf(aDraft({ channel: 'EMAIL', subject: 'Varattu aika', body: 'a'.repeat(500) }))).toEqual([]);
  });

  it.each([null, '', 'Varattu {when}', 'Varattu\r\nBcc: a@b.fi', 'a'.repeat(79)])('refuses %j as subject of an e-mail', (subject) => {
    expect(faultsOf(aDraft({ channel: 'EMAIL', subject }))).toHaveLength(1);
  });

  it('lets through only what can be filled in', () => {
    const piece = fc.constantFrom('{when}', '{portalName}', '{contact}', '{', '}', '{{', '%', '{%', '%}', ' ', 'aika', '{code}', '|', "'");
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 8 }).map((parts) => parts.join('')),
        (body) => {
          if (faultsOf(aDraft({ body })).length > 0) return;
          expect(renderText('BOOKED', body, typicalValues('fi'))).not.toMatch(/[{}]/);
        },
      ),
    );
  });
});

describe('a text that came past the linter', () => {
  it.each(['{code}', '{when.constructor}', '{toString}', '{__proto__}', '{% include "x" %}'])('with %s is not sent', (body) => {
    expect(() => renderText('BOOKED', body, typicalValues('fi'))).toThrow();
  });
});

describe('the values', () => {
  it('write the time on the wall clock in the manner of each language', () => {
    expect(LANGUAGES.map((language) => whenText(noon, HELSINKI, language))).toEqual([
      'pe 11.12.2026 klo 12.30',
      'fre 11.12.2026 kl. 12.30',
      'Fri 11 Dec 2026 at 12:30',
    ]);
    expect(whenText(DateTime.fromISO('2027-03-29T06:05:00Z'), HELSINKI, 'fi')).toBe('ma 29.3.2027 klo 9.05');
  });

  it('name the phone, or the number for texts', () => {
    const ways = { portalName: { fi: '', sv: '', en: '' }, contactPhone: '1', contactTextNumber: '2' };
    expect([contactText(ways, 'CALL', 'sv'), contactText(ways, 'TEXT', 'fi'), contactText(ways, 'TEXT', 'en')]).toEqual([
      'ring 1',
      'lähetä tekstiviesti 2',
      'text 2',
    ]);
  });
});
