import type { Page } from '@playwright/test';
import { readApi } from '../src/support/api.ts';
import { findTimes, nothingBooked, onPage, type OwnReservation, signInCitizen } from '../src/support/citizen.ts';
import { publicSecrets } from '../src/support/secrecy.ts';
import { expect, test } from '../src/support/test.ts';
import { addresses } from '../src/system/addresses.ts';

const PERSON = 'Onni Uusimerkki';
const OWN_TIMES = '/api/v1/citizen/reservations?when=upcoming&limit=50';

async function everythingShown(page: Page): Promise<string> {
  return `${await page.title()}\n${await page.locator('body').innerText()}`;
}

test('the second organisation is its own: its services, its contacts, its bookings, and nothing of the first', async ({ visitors }) => {
  const { application, secondOrganisation } = addresses();
  const [county, employment] = await Promise.all([visitors.open(), visitors.open({ baseURL: secondOrganisation })]);
  await Promise.all([county.goto('/'), employment.goto('/')]);
  const foreign = [...(await publicSecrets(county)), 'hyvinvointialue', '+358 50 000 0025', '+358 50 000 0026'];
  const seen: string[] = [];

  await test.step('the front page has its services and its numbers only', async () => {
    await onPage(employment, 'Varaa aika');
    await expect(employment.locator('.service-card')).toHaveText([/Työllisyyspalvelut/]);
    await expect(employment.getByRole('contentinfo')).toContainText('Näsiharjun työllisyysalue');
    await expect(employment.getByRole('contentinfo')).toContainText('+358 50 000 0027');
    await expect(employment.getByRole('contentinfo')).toContainText('+358 50 000 0028');
    seen.push(await everythingShown(employment));
  });

  await test.step('a service or type of the first is not found here, even by its address', async () => {
    await employment.goto('/services/lastenvalvoja');
    await onPage(employment, 'Palvelua ei löytynyt');
    await employment.goto('/times/eroaika');
    await onPage(employment, 'Aikaa ei löytynyt');
  });

  await test.step('the same person signs in and books a time', async () => {
    await signInCitizen(employment, PERSON);
    await nothingBooked(employment, 'puhelinaika');
    await findTimes(employment, 'työ', 'Työllisyyspalvelut', 'Puhelinaika');
    seen.push(await everythingShown(employment));
    await employment.getByRole('button', { name: 'Valitse tämä aika' }).click();
    await onPage(employment, 'Tarkista ja varaa');
    seen.push(await everythingShown(employment));
    await employment.getByRole('button', { name: 'Varaa aika' }).click();
    await onPage(employment, 'Aika on varattu');
    seen.push(await everythingShown(employment));
    await employment.goto('/my-times');
    await onPage(employment, 'Omat ajat');
    seen.push(await everythingShown(employment));
  });

  await test.step('no page has said anything of the first organisation', () => {
    const all = seen.join('\n').toLowerCase();
    expect(foreign.filter((text) => all.includes(text.toLowerCase()))).toEqual([]);
  });

  await test.step('in the first organisation the same person has none of it, and its session opens nothing', async () => {
    await county.goto('/my-times');
    await onPage(county, 'Tunnistaudu');
    await signInCitizen(county, PERSON);
    const [here, there] = await Promise.all(
      [county, employment].map((page) => readApi<{ items: readonly OwnReservation[] }>(page, OWN_TIMES)),
    );
    expect(there?.items.map((item) => item.appointmentTypeSlug)).toContain('puhelinaika');
    expect(here?.items.map((item) => item.appointmentTypeSlug)).not.toContain('puhelinaika');
    const [booked] = there?.items ?? [];
    await county.goto(`/my-times/${booked?.id ?? ''}`);
    await expect(county.getByRole('alert')).toBeVisible();
  });

  await test.step('a session of the one opens nothing in the other, whichever way its cookie is carried over', async () => {
    for (const [page, own, other] of [
      [county, application, secondOrganisation],
      [employment, secondOrganisation, application],
    ] as const) {
      const cookies = await page.context().cookies(own);
      const Cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      const ask = async (host: string) =>
        (await page.request.get(`${application}${OWN_TIMES}`, { headers: { Host: new URL(host).host, Cookie } })).status();
      expect(await ask(own), own).toBe(200);
      expect(await ask(other), other).toBe(401);
    }
  });
});
