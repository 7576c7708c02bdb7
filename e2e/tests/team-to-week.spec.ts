import { calendarRead, showTeam, signInEmployee } from '../src/support/employee.ts';
import { expect, test } from '../src/support/test.ts';
import { DESKTOP } from '../src/support/visitors.ts';

test('from the day of a team to a week: it is the first one’s, and the list and the heading say whose', async ({ visitors }) => {
  const page = await visitors.open({ viewport: DESKTOP });
  await signInEmployee(page, 'Anni Ajanvaraaja', '/employee/calendar');
  await showTeam(page, 'Lastenvalvojat', '2026-12-01');
  await page.getByRole('button', { name: 'Viikko', exact: true }).click();
  await calendarRead(page);
  const shown = page.getByRole('radio', { checked: true });
  await expect(shown).toHaveCount(1);
  await expect(shown).toHaveAccessibleName('Keksitty Kirsi');
  await expect(page.getByLabel('Kenen kalenteri').locator('option:checked')).toHaveText('Kirsi Keksitty');
});
