import type { Page } from '@playwright/test';
import { settled, signInCitizen } from '../src/support/citizen.ts';
import { OWN_ROUTES, PUBLIC_ROUTES } from '../src/support/routes.ts';
import { expect, test } from '../src/support/test.ts';
import { citizensThings } from '../src/support/things.ts';
import { DESKTOP, PHONE } from '../src/support/visitors.ts';

const SLOW_ANSWER_MS = 300;
/** Half of what counts as good: whoever has begun to read must not lose the line. */
const MOST_SHIFT = 0.05;

interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Element | null }[];
}

/** Collects what the browser counts as jumping, from the first frame of every page on. */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue;
        sum += entry.value;
        shifts.push(`${entry.value.toFixed(4)} ${entry.sources.map(({ node }) => node?.outerHTML.slice(0, 80)).join(' + ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
    Object.assign(globalThis, { shifts: () => ({ sum, shifts }) });
  });
  // As over a slow network: answers come one by one, after the page has been drawn.
  await page.route('**/api/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, SLOW_ANSWER_MS));
    await route.continue().catch(() => undefined);
  });
}

for (const [size, viewport] of Object.entries({ '390 px': PHONE, '1280 px': DESKTOP })) {
  test(`no page jumps while it loads (${size})`, async ({ visitors }) => {
    test.setTimeout(180_000);
    const page = await visitors.open({ viewport });
    await signInCitizen(page, 'Onni Uusimerkki');
    const things = await citizensThings(page);
    await watchShifts(page);
    for (const route of [...PUBLIC_ROUTES, ...OWN_ROUTES].filter(({ before, then }) => before === undefined && then === undefined)) {
      await page.goto(await route.path(things));
      await settled(page);
      const { sum, shifts } = await page.evaluate(() =>
        (globalThis as unknown as { shifts(): { sum: number; shifts: string[] } }).shifts(),
      );
      expect.soft(sum, `${route.name}:\n${shifts.join('\n')}`).toBeLessThanOrEqual(MOST_SHIFT);
    }
  });
}
