import { CITIZENS_WIDTHS, describePages } from '../src/support/pages-under-axe.ts';
import { PUBLIC_ROUTES } from '../src/support/routes.ts';
import { NOBODYS_THINGS } from '../src/support/things.ts';

describePages('pages for everybody', PUBLIC_ROUTES, CITIZENS_WIDTHS, () => Promise.resolve(NOBODYS_THINGS));
