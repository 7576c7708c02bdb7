import { LANGUAGES, type Language } from '../../../kernel/index.ts';
import { MESSAGE_KINDS, type MessageKind } from '../message-kinds.ts';
import { DEFAULT_TEXTS } from './default-texts.ts';
import { fitSms } from './fit-sms.ts';
import { renderText } from './message-text.ts';
import { smsSizeOf } from './sms-size.ts';
import { contactText, type ContactManner } from './spoken-values.ts';

const when = { fi: 'ma 30.11.2026 klo 12.30', sv: 'tors 31.12.2026 kl. 12.30', en: 'Wed 30 Dec 2026 at 12:30' };
const ways = { portalName: { fi: '', sv: '', en: '' }, contactPhone: '+358500000000', contactTextNumber: '+358500000000' };
const all = MESSAGE_KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

function finished(kind: MessageKind, language: Language, portalName: string, manner: ContactManner = 'CALL'): string {
  const at = when[language];
  const render = (name: string): string =>
    renderText(kind, DEFAULT_TEXTS[kind][language], {
      when: at,
      newWhen: at,
      deadline: at,
      portalName: name,
      contact: contactText(ways, manner, language),
      code: '123456',
    });
  return fitSms(render, portalName);
}

describe('an SMS with the real name of a portal', () => {
  it('keeps a name that fits', () => {
    expect(finished('BOOKED', 'fi', 'Näsiharjun ajanvaraus')).toContain('palveluun Näsiharjun ajanvaraus tai soita');
  });

  it.each(all)(
    '%s (%s) is one SMS with the longest names of wellbeing services counties, and names the time and the number',
    (kind, language) => {
      for (const name of [
        'Keski-Uudenmaan hyvinvointialueen sosiaalipalvelujen ajanvaraus',
        'Österbottens välfärdsområdes tidsbokning för socialvården',
        'Wellbeing Services County of Central Uusimaa, social services',
      ]) {
        const text = finished(kind, language, name);
        expect(smsSizeOf(text)).toMatchObject({ encoding: 'GSM-7', segments: 1 });
        if (kind !== 'CONTACT_CODE') expect(text).toContain('+358500000000');
        if (DEFAULT_TEXTS[kind][language].includes('hen}')) expect(text).toContain(when[language]);
      }
    },
  );

  it('shortens by whole words', () => {
    expect(finished('BOOKED', 'sv', 'Österbottens välfärdsområdes tidsbokning')).toContain('logga in på Österbottens eller ring');
  });

  it('is not made three by one letter of a Sámi name or by a dash', () => {
    for (const name of ['Sámi dálvi – áššit', 'Čálliidgoađđi'])
      expect(smsSizeOf(finished('REMINDER', 'fi', name))).toMatchObject({ encoding: 'GSM-7', segments: 1 });
    expect(finished('REMINDER', 'fi', 'Čálliid')).toContain('palveluun Calliid tai');
  });

  it('keeps the whole name where no part of it would save an SMS', () => {
    const name = 'Lounaisrannikkoseudun ajanvarauspalvelukeskus';
    const text = finished('BOOKED', 'sv', name, 'TEXT');
    expect(smsSizeOf(text).segments).toBe(2);
    expect(text).toContain(name);
  });
});
