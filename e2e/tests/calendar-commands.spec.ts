import type { Locator, Page } from '@playwright/test';
import { callApi, readApi } from '../src/support/api.ts';
import { expectAccessible } from '../src/support/axe.ts';
import { calendarRead, showTeam, signInEmployee } from '../src/support/employee.ts';
import { press, tabTo } from '../src/support/keyboard.ts';
import { expect, test } from '../src/support/test.ts';
import { DESKTOP } from '../src/support/visitors.ts';

// A supervisor plans; nobody else's test looks at these days of these people.
const SUPERVISOR = 'Eeva Esihenkilö';
const COLLEAGUE = 'Kirsi Keksitty';
const DAY_OFF = '2026-12-17';
const MINUTE_MS = 60_000;
const STEP_MINUTES = 15;
/** Seven in Finland, when the offices are closed. */
const EVENING = '17:00:00.000Z';

interface Reservation {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reservationId: string;
}

test('an employee offers a time, is refused the same again, and withdraws it, by keyboard alone', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  // A Saturday: on a working day every room may be taken, and then the time would not come on offer.
  await signInEmployee(page, SUPERVISOR, '/employee/calendar?date=2026-12-05');
  await calendarRead(page);
  await tabTo(page, page.locator('.cal-slot'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Uusi merkintä' });
  await expect(dialog.getByRole('radio', { name: 'Tarjottu aika' })).toBeFocused();
  await expectAccessible(page, 'a new entry, time on offer');

  await test.step('without a type nothing is sent, and it says what is missing', async () => {
    await press(page, dialog.getByRole('button', { name: 'Tarjoa aika' }));
    await expect(dialog.getByText('Valitse ainakin yksi aikatyyppi.').first()).toBeVisible();
    await expectAccessible(page, 'a new entry with what is missing');
  });
  await chooseEroaika(page, dialog);
  await typeInto(page, dialog.getByLabel('Alkaa'), '9');
  await press(page, dialog.getByRole('button', { name: 'Tarjoa aika' }));
  await expect(page.getByText('Aika on nyt tarjolla').first()).toBeVisible();
  await expect(dialog).toBeHidden();
  const offered = page.getByRole('button', { name: /^9\.00 ERO, 9\.00–10\.30, vapaa aika/ });
  await expect(offered).toBeVisible();

  await test.step('the same again is refused, and what was typed stays', async () => {
    await press(page, page.getByRole('button', { name: 'Uusi merkintä' }));
    await typeInto(page, dialog.getByLabel('Alkaa'), '9.00');
    await chooseEroaika(page, dialog);
    await press(page, dialog.getByRole('button', { name: 'Tarjoa aika' }));
    await expect(dialog.getByText('Työntekijällä on jo tällainen vapaa aika samalla hetkellä.')).toBeVisible();
    await expect(dialog.getByLabel('Alkaa')).toHaveValue('9.00');
  });

  await test.step('Esc asks before it is lost, however often it is pressed', async () => {
    const question = page.getByRole('dialog', { name: 'Merkintä on kesken' });
    await page.keyboard.press('Escape');
    await expect(question).toBeVisible();
    await expectAccessible(page, 'leaving a new entry that is half done');
    await page.keyboard.press('Escape');
    await expect(question).toBeHidden();
    await expect(dialog.getByLabel('Alkaa')).toHaveValue('9.00');
    await page.keyboard.press('Escape');
    await press(page, question.getByRole('button', { name: 'Sulje tallentamatta' }));
    await expect(dialog).toBeHidden();
  });

  await tabTo(page, page.locator('.cal-entry, .cal-slot'));
  await page.keyboard.press('Home');
  await expect(offered).toBeFocused();
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Kalenterimerkintä' });
  await press(page, details.getByRole('button', { name: 'Poista tarjolta' }));
  await expect(details.getByRole('alert')).toContainText('Aikaa ei voi sen jälkeen varata.');
  await expectAccessible(page, 'withdrawing an offered time');
  await press(page, details.getByRole('button', { name: 'Kyllä, poista tarjolta' }));
  await expect(page.getByText('Aika on poistettu tarjolta').first()).toBeVisible();
  await expect(offered).toHaveCount(0);
});

test('other time is added by the button, and removed again', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, SUPERVISOR, '/employee/calendar?date=2026-12-04');
  await calendarRead(page);
  await page.getByRole('button', { name: 'Uusi merkintä' }).click();
  const dialog = page.getByRole('dialog', { name: 'Uusi merkintä' });
  await dialog.getByRole('radio', { name: 'Muu aika' }).check();
  await dialog.getByLabel('Alkaa').fill('1430');
  await dialog.getByLabel('Päättyy').fill('14.00');
  await dialog.getByLabel('Aikatyyppi').selectOption({ index: 1 });
  await dialog.getByLabel('Otsikko').fill('Kehittämispäivän valmistelu');
  await dialog.getByRole('button', { name: 'Lisää muu aika' }).click();
  await expect(dialog.getByText('Lopun pitää olla alun jälkeen.').first()).toBeVisible();
  await expectAccessible(page, 'a new entry, other time');
  await dialog.getByLabel('Päättyy').fill('15.30');
  await dialog.getByRole('button', { name: 'Lisää muu aika' }).dblclick();
  const work = page.getByRole('button', { name: /^14\.30 Kehittämispäivän valmistelu, 14\.30–15\.30, muu aika/ });
  await expect(work).toHaveCount(1);
  await work.click();
  const details = page.getByRole('dialog', { name: 'Kalenterimerkintä' });
  await details.getByRole('button', { name: 'Poista', exact: true }).click();
  await details.getByRole('button', { name: 'Kyllä, poista' }).click();
  await expect(work).toHaveCount(0);
});

test('an absence tells how many reservations wait to be handled, and can be taken back', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, SUPERVISOR);
  const who = await colleague(page);
  const booked = (await reservationsOf(page, who, DAY_OFF)).length;
  expect(booked, `reservations of ${COLLEAGUE} on ${DAY_OFF}`).toBeGreaterThan(0);
  await page.goto(`/employee/calendar?date=${DAY_OFF}&who=${who}`);
  await calendarRead(page);
  await page.getByRole('button', { name: 'Uusi merkintä' }).click();
  const dialog = page.getByRole('dialog', { name: 'Uusi merkintä' });
  await dialog.getByRole('radio', { name: 'Poissaolo' }).check();
  await expectAccessible(page, 'a new entry, absence');
  await dialog.getByRole('button', { name: 'Merkitse poissaolo' }).click();
  await expect(dialog.getByText('Poissaolo on merkitty')).toBeVisible();
  await expect(dialog.getByText(new RegExp(`Poissaolon aikana on ${booked} varaus`))).toBeVisible();
  await expectAccessible(page, 'what an absence leaves to handle');
  await dialog.getByRole('button', { name: 'Kalenteriin' }).click();
  // Until it has closed, the key would go to the dialog and not to the calendar behind it.
  await expect(dialog).toBeHidden();

  const absence = page.getByRole('button', { name: /poissa, .*poissaolo/ });
  await absence.press('Enter');
  const details = page.getByRole('dialog', { name: 'Kalenterimerkintä' });
  await details.getByRole('button', { name: 'Poista poissaolo' }).click();
  await details.getByRole('button', { name: 'Kyllä, poista' }).click();
  await expect(absence).toHaveCount(0);
});

test('a reservation is moved by keyboard in the grid, only to where its type is on offer', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, SUPERVISOR);
  const who = await colleague(page);
  const [date, reservation] = await somethingBooked(page, who);
  const evening = `${date}T${EVENING}`;
  await offerLike(page, who, reservation, evening);
  await page.goto(`/employee/calendar?date=${date}&who=${who}`);
  await calendarRead(page);
  const entry = page.locator(`[data-entry="${reservation.id}@${who}"]`);
  await expect(entry).toHaveClass(/cal-movable/);
  await tabTo(page, page.locator('.cal-entry, .cal-slot'));
  await page.keyboard.press('Home');
  await test.step('keys find the reservation', async () => {
    await expect(async () => {
      if (await entry.evaluate((element) => element !== document.activeElement)) await page.keyboard.press('PageDown');
      await expect(entry).toBeFocused({ timeout: 200 });
    }).toPass();
  });

  const drawer = page.getByRole('dialog', { name: 'Varaus' });
  await test.step('where nothing is on offer it stays, and the way on is shown', async () => {
    await page.keyboard.press('m');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(drawer.getByText('Varaus on entisellä paikallaan.')).toBeVisible();
    await expect(drawer.getByRole('group', { name: /^Vapaat ajat/ })).toBeVisible();
    await expectAccessible(page, 'a reservation dropped where nothing is on offer');
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(entry).toBeFocused();
  });

  await test.step('on an offered time of its type it goes there, after saying who will be told', async () => {
    await page.keyboard.press('m');
    const steps = (Date.parse(evening) - Date.parse(reservation.startsAt)) / MINUTE_MS / STEP_MINUTES;
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(drawer.getByText(/Uusi aika: .* klo\s19\.00/)).toBeVisible();
    await expect(drawer.locator('app-told-clients')).toContainText(/Tieto lähetetään|Viestiä ei lähetetä/);
    await expectAccessible(page, 'confirming a move');
    await press(page, drawer.getByRole('button', { name: 'Siirrä aika' }));
    await expect(drawer.getByText('Aika on siirretty')).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await expect(entry).toHaveAttribute('aria-label', /^19\.00 /);
  await expect(entry).toBeFocused();
});

test('a day of a team is printed on one page on its side, without what surrounds it', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, SUPERVISOR);
  await showTeam(page, 'Lastenvalvojat', DAY_OFF);
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  const [, width = '0', height = '0'] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Päävalikko' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Tulosta' })).toBeHidden();
});

async function chooseEroaika(page: Page, dialog: Locator): Promise<void> {
  const eroaika = dialog.getByRole('checkbox', { name: /^Eroaika 1 t/ });
  await tabTo(page, eroaika);
  await page.keyboard.press('Space');
  await expect(eroaika).toBeChecked();
}

/** Replaces what the field holds. */
async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function colleague(page: Page): Promise<string> {
  const employees = await readApi<readonly { id: string; name: string }[]>(page, '/api/v1/employees');
  const found = employees.find(({ name }) => name === COLLEAGUE);
  if (found === undefined) throw new Error(`There is no ${COLLEAGUE}.`);
  return found.id;
}

async function reservationsOf(page: Page, who: string, date: string): Promise<Reservation[]> {
  const { entries } = await readApi<{ entries: readonly (Reservation & { status: string | null })[] }>(
    page,
    `/api/v1/calendar/day?date=${date}&subjectId=${who}`,
  );
  return entries.filter(({ reservationId, status }) => reservationId !== null && status === 'BOOKED');
}

/** A reservation of the weeks after this, on a day whose evening is free: nobody else's test is in the way there. */
async function somethingBooked(page: Page, who: string): Promise<[string, Reservation]> {
  for (const date of ['2026-12-08', '2026-12-09', '2026-12-10', '2026-12-11', '2026-12-14', '2026-12-15']) {
    const [first, ...others] = await reservationsOf(page, who, date);
    const isEveningFree = [first, ...others].every((each) => each === undefined || each.endsAt <= `${date}T${EVENING}`);
    if (first !== undefined && isEveningFree) return [date, first];
  }
  throw new Error(`Nothing is booked for ${COLLEAGUE}.`);
}

/** Offers a time of the reservation's own type at its own office, unless an earlier run that failed has left it there. */
async function offerLike(page: Page, employeeId: string, { reservationId }: Reservation, startsAt: string): Promise<void> {
  const { appointmentType, unit } = await readApi<{ appointmentType: { id: string }; unit: { id: string } }>(
    page,
    `/api/v1/reservations/${reservationId}`,
  );
  const answer = await callApi(page, 'POST', '/api/v1/offered-times', {
    employeeId,
    unitId: unit.id,
    appointmentTypeIds: [appointmentType.id],
    startsAt,
  });
  expect([201, 409], JSON.stringify(answer.body)).toContain(answer.status);
}
