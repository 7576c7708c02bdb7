import { expectAccessible, expectNoSidewaysScrolling } from '../src/support/axe.ts';
import { expect, test } from '../src/support/test.ts';
import { addresses } from '../src/system/addresses.ts';

interface Expected {
  readonly names: readonly string[];
  readonly phone: string;
  readonly textNumber: string;
  readonly address: string;
}

const ORGANISATIONS: Readonly<Record<'application' | 'secondOrganisation', Expected>> = {
  application: {
    names: ['Näsiharjun ajanvaraus', 'Näsiharju tidsbokning', 'Näsiharju booking'],
    phone: '+358 50 000 0025',
    textNumber: '+358 50 000 0026',
    address: 'Keskustori 5 B, 33100 Näsiharju',
  },
  secondOrganisation: {
    names: ['Näsiharjun varauspalvelu', 'Näsiharju bokningstjänst', 'Näsiharju appointments'],
    phone: '+358 50 000 0027',
    textNumber: '+358 50 000 0028',
    address: 'Asemakatu 1, 33100 Näsiharju',
  },
};

for (const [organisation, expected] of Object.entries(ORGANISATIONS)) {
  test(`whoever has no script finds the phone and the text number in three languages (${organisation})`, async ({ visitors }) => {
    const page = await visitors.open({ javaScriptEnabled: false });
    for (const path of ['/', '/times/eroaika']) {
      await page.goto(`${addresses()[organisation as keyof typeof ORGANISATIONS]}${path}`);
      await expect(page.getByRole('heading')).toHaveText(expected.names);
      await expect(page.getByRole('link', { name: expected.phone })).toHaveCount(3);
      await expect(page.getByRole('link', { name: expected.textNumber })).toHaveCount(3);
      await expect(page.getByRole('link', { name: expected.phone }).first()).toHaveAttribute(
        'href',
        `tel:${expected.phone.replaceAll(' ', '')}`,
      );
      await expect(page.getByText(expected.address).first()).toBeVisible();
      await expect(page.getByText('__')).toHaveCount(0);
    }
  });
}

test('the page for those without a script fits a narrow telephone', async ({ visitors }) => {
  const page = await visitors.open({ javaScriptEnabled: false, viewport: { width: 320, height: 900 } });
  await page.goto('/');
  await expectNoSidewaysScrolling(page, 'page without a script at 320 px');
});

test('when the files of the application do not come, the contacts appear by themselves', async ({ visitors }) => {
  const page = await visitors.open();
  await page.route('**/main-*.js', (route) => route.abort());
  await page.goto('/');
  await expect(page.getByRole('link', { name: ORGANISATIONS.application.phone }).first()).toBeVisible();
  await expectAccessible(page, 'page whose files do not come');
});

test('an employee without a script is told whom to ask', async ({ visitors }) => {
  const page = await visitors.open({ javaScriptEnabled: false });
  await page.goto('/employee/calendar');
  await expect(page.getByText('Vuoro ei käynnistynyt.')).toBeVisible();
});
