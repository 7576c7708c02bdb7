import { expect, type Page } from '@playwright/test';
import { readApi } from './api.ts';
import type { SentMessage } from './mailbox.ts';

type Text = string | null | { readonly fi: string; readonly sv: string; readonly en: string };

interface Service {
  readonly name: Text;
  readonly offices: readonly { readonly name: Text; readonly streetAddress: Text }[];
  readonly types: readonly { readonly name: Text }[];
}

/** Stems that give a matter away in any of the three languages, also inside a longer word. */
const TELLING = [
  /\bero(?!t)/i,
  /lastenvalvo/i,
  /lastensuojel/i,
  /elatus/i,
  /huolto/i,
  /perheoik/i,
  /vanhem/i,
  /välitystil/i,
  /vammais/i,
  /sosiaal/i,
  /separ/i,
  /skilsm/i,
  /barn/i,
  /underhåll/i,
  /vårdnad/i,
  /familj/i,
  /förmedling/i,
  /funktions/i,
  /divorce/i,
  /custod/i,
  /child/i,
  /maintenance/i,
  /family/i,
  /money/i,
  /disab/i,
  /welfare/i,
];

/** Everything public that must not stand in a message: services, types and offices, in the three languages. */
export async function publicSecrets(page: Page): Promise<string[]> {
  const summaries = await readApi<readonly { slug: string }[]>(page, '/api/v1/public/services');
  const services = await Promise.all(summaries.map(({ slug }) => readApi<Service>(page, `/api/v1/public/services/${slug}`)));
  const texts = services.flatMap(({ name, types, offices }) => [
    name,
    ...types.map((type) => type.name),
    ...offices.flatMap((office) => [office.name, office.streetAddress]),
  ]);
  return texts
    .flatMap((text) => (text === null ? [] : typeof text === 'string' ? [text] : [text.fi, text.sv, text.en]))
    .filter((word) => word !== '');
}

/** A lock screen shows this to anybody: date, time, portal and a neutral number, and not a word of the matter or of a person. */
export function expectRevealsNothing(message: SentMessage, secrets: readonly string[]): void {
  const all = [message.subject ?? '', message.text, message.from].join('\n').toLowerCase();
  expect(
    secrets.filter((secret) => all.includes(secret.toLowerCase())),
    `secrets in "${message.text}"`,
  ).toEqual([]);
  expect(TELLING.filter((stem) => stem.test(all)).map(String), `telling words in "${message.text}"`).toEqual([]);
  expect(message.text).not.toMatch(/https?:|www\./);
  expect(message.attachments).toEqual([]);
}
