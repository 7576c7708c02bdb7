import { expect, type Locator, type Page } from '@playwright/test';

const MOST_STOPS = 80;

/** Goes on with Tab until the element has the focus, as somebody without a mouse does. @throws when it is never reached */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement))) {
      await expectFocusSeen(page);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} was not reached in ${MOST_STOPS} stops.`);
}

/** Tabs to the element and presses a key on it. */
export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** The element with the focus is on the screen, not covered by anything, and marked. */
async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return 'nothing has the focus';
    const box = element.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
    if (at === null || !(element.contains(at) || at.contains(element) || at.closest('label')?.contains(element) === true))
      return `covered by ${at?.outerHTML.slice(0, 100) ?? 'nothing'}: ${element.outerHTML.slice(0, 100)}`;
    const marked = [element, element.closest('label')].some((each) => {
      if (each === null) return false;
      const { outlineStyle, boxShadow } = getComputedStyle(each);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    return marked ? 'seen' : `not marked: ${element.outerHTML.slice(0, 100)}`;
  });
  expect.soft(seen).toBe('seen');
}
