import type { Locator, Page } from '@playwright/test';
import { nothingBooked, onPage, settled, signInCitizen } from '../src/support/citizen.ts';
import { LANGUAGES, type Language, switchLanguage } from '../src/support/language.ts';
import { expect, test } from '../src/support/test.ts';

const HEARD: Readonly<Record<Language, { readonly first: RegExp; readonly day: RegExp; readonly time: RegExp }>> = {
  fi: {
    first: /^\w+na \d+\. \w+kuuta kello \d+([.]\d+)?, puolitoista tuntia$/,
    day: /^\w+ \d+\. \w+kuuta$/,
    time: /^\d+\.\d\d–\d+\.\d\d ?, puolitoista tuntia, Perheoikeudelliset palvelut$/,
  },
  sv: {
    first: /^[a-zå-ö]+ den \d+ \w+ klockan \d+([.]\d+)?, en och en halv timme$/,
    day: /^[a-zå-ö]+ den \d+ \w+$/,
    time: /^\d+\.\d\d–\d+\.\d\d ?, en och en halv timme, Familjerättsliga tjänster$/,
  },
  en: {
    first: /^on \w+ \d+ \w+ at \d+:\d\d, one and a half hours$/,
    day: /^\w+ \d+ \w+$/,
    time: /^\d+:\d\d–\d+:\d\d ?, one and a half hours, Family-law services$/,
  },
};

/** The words of an element in the order in which they are heard. */
async function heardIn(element: Locator): Promise<string[]> {
  const tree = await element.ariaSnapshot();
  return tree.split('\n').flatMap((line) => /(?:paragraph: "?|heading "|button ")(.*?)"?(?: \[.*\])?:?$/.exec(line)?.[1] ?? []);
}

function positionOf(words: readonly string[], wanted: RegExp): number {
  const position = words.findIndex((word) => wanted.test(word));
  expect(position, `${String(wanted)} in ${JSON.stringify(words)}`).toBeGreaterThanOrEqual(0);
  return position;
}

test('who listens hears date, hour, duration and place of a time in this order, in three languages', async ({ visitors }) => {
  const page = await visitors.open();
  await page.goto('/times/eroaika');
  await settled(page);
  for (const language of LANGUAGES) {
    await switchLanguage(page, language);
    await settled(page);
    const { first, day, time } = HEARD[language];
    const card = await heardIn(page.locator('.first-time'));
    const place = time.source.split(', ').at(-1)?.replace('$', '') ?? '';
    expect(positionOf(card, first)).toBeLessThan(positionOf(card, new RegExp(`^${place}$`)));
    const times = await heardIn(page.locator('.day-times'));
    expect(positionOf(times, day)).toBeLessThan(positionOf(times, time));
  }
});

/** Each line of the way is one press; a page that asked for one more would not be left. The goal is six at most. */
test('a citizen books in five presses, identification excluded', async ({ visitors }) => {
  const page: Page = await visitors.open();
  await signInCitizen(page, 'Heikki Huoltaja');
  await nothingBooked(page, 'eroaika');
  await page.goto('/');
  await onPage(page, 'Varaa aika');
  await page.getByRole('link', { name: /^Ero ja lapsen asiat/ }).click();
  await onPage(page, 'Ero ja lapsen asiat');
  await page.getByRole('link', { name: /^Valitse aika ?: Eroaika$/ }).click();
  await onPage(page, 'Valitse aika');
  await page.getByRole('button', { name: 'Valitse tämä aika' }).click();
  await onPage(page, 'Tarkista ja varaa');
  await page.getByLabel('Olemme sopineet yhdessä, että varaamme tämän ajan.').click();
  await page.getByRole('button', { name: 'Varaa aika' }).click();
  await onPage(page, 'Aika on varattu');
  await nothingBooked(page, 'eroaika');
});
