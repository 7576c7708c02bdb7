import type { Language } from '../../../backend/src/kernel/localized-text.ts';

export interface MailboxTexts {
  readonly title: string;
  readonly lead: string;
  readonly languages: string;
  readonly filter: string;
  readonly channel: string;
  readonly both: string;
  readonly email: string;
  readonly deleteAll: string;
  readonly deleteQuestion: string;
  readonly loading: string;
  readonly none: string;
  readonly count: string;
  readonly size: string;
  readonly attachments: string;
  readonly noScript: string;
  readonly asJson: string;
}

/** `{n}` and the like are filled in by the page's script; after a colon no word has to be bent by a number. */
export const TEXTS: Readonly<Record<Language, MailboxTexts>> = {
  fi: {
    title: 'Viestilaatikko',
    lead: 'Kaikki Vuoron lähettämät viestit päätyvät tänne. Mitään ei lähde tältä koneelta.',
    languages: 'Kieli',
    filter: 'Rajaa vastaanottajalla tai tekstillä',
    channel: 'Kanava',
    both: 'Tekstiviestit ja sähköpostit',
    email: 'Sähköposti',
    deleteAll: 'Poista kaikki',
    deleteQuestion: 'Poistetaanko kaikki viestit?',
    loading: 'Haetaan viestejä…',
    none: 'Ei viestejä.',
    count: 'Viestejä: {n}. Uusin ensin.',
    size: 'merkkejä {length}, koodaus {encoding}, osia {segments}',
    attachments: 'liitteet:',
    noScript: 'Tämä sivu tarvitsee JavaScriptin, mutta viestit saa ilman sitä:',
    asJson: 'viestit JSON-muodossa',
  },
  sv: {
    title: 'Meddelanden',
    lead: 'Alla meddelanden som Vuoro skickar hamnar här. Ingenting lämnar den här datorn.',
    languages: 'Språk',
    filter: 'Filtrera på mottagare eller text',
    channel: 'Kanal',
    both: 'SMS och e-post',
    email: 'E-post',
    deleteAll: 'Ta bort alla',
    deleteQuestion: 'Vill du ta bort alla meddelanden?',
    loading: 'Meddelanden hämtas…',
    none: 'Inga meddelanden.',
    count: 'Meddelanden: {n}. Det nyaste först.',
    size: 'tecken {length}, kodning {encoding}, delar {segments}',
    attachments: 'bilagor:',
    noScript: 'Sidan kräver JavaScript, men meddelandena finns utan det:',
    asJson: 'meddelandena som JSON',
  },
  en: {
    title: 'Mailbox',
    lead: 'Every message that Vuoro sends ends here. Nothing leaves this machine.',
    languages: 'Language',
    filter: 'Filter by recipient or text',
    channel: 'Channel',
    both: 'SMS and e-mail',
    email: 'E-mail',
    deleteAll: 'Delete all',
    deleteQuestion: 'Delete all messages?',
    loading: 'Reading messages…',
    none: 'No messages.',
    count: 'Messages: {n}. Newest first.',
    size: 'characters {length}, encoding {encoding}, segments {segments}',
    attachments: 'attachments:',
    noScript: 'This page needs JavaScript, but the messages are there without it:',
    asJson: 'the messages as JSON',
  },
};
