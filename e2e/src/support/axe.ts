import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No rule of axe may be broken on the page as it stands, best practices included. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // One frame only: the other mode opens a second page for each analysis.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 3)
        .map((node) => `    ${node.html.slice(0, 200)}\n    ${node.failureSummary?.split('\n').at(-1)?.trim() ?? ''}`)
        .join('\n')}`,
  );
  expect.soft(found, where).toEqual([]);
}

/** Nothing may stand outside the screen: whoever enlarges the text would have to scroll for every line. */
export async function expectNoSidewaysScrolling(page: Page, where: string): Promise<void> {
  const { overflow, culprits } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return { overflow: scrollWidth - clientWidth, culprits: wide.slice(-3).map((element) => element.outerHTML.slice(0, 150)) };
  });
  expect.soft(overflow, `${where}: ${culprits.join('\n')}`).toBeLessThanOrEqual(0);
}
