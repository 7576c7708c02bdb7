import { signInCitizen } from '../src/support/citizen.ts';
import { CITIZENS_WIDTHS, describePages } from '../src/support/pages-under-axe.ts';
import { OWN_ROUTES } from '../src/support/routes.ts';
import { citizensThings } from '../src/support/things.ts';

describePages('own pages of a citizen', OWN_ROUTES, CITIZENS_WIDTHS, async (page) => {
  await signInCitizen(page, 'Tuulikki Testinen');
  return citizensThings(page);
});
