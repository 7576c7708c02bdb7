import type { Page } from '@playwright/test';

export const LANGUAGES = ['fi', 'sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** Presses the switch in the head of the page and waits until the texts are there. */
export async function switchLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: NAMES[language], exact: true }).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}

/** Lets the pages to come begin in a language, as if it had been chosen on an earlier visit. */
export async function rememberLanguage(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('vuoro-language', chosen), language);
}
