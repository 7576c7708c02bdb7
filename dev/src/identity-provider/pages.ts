import type { Context } from 'oidc-provider';
import { isLanguage, type Language, LANGUAGES } from '../../../backend/src/kernel/localized-text.ts';
import { html, type Html } from '../http/html.ts';
import type { TestPerson } from './test-persons.ts';
import { TEXTS } from './texts.ts';

/** The first language of `ui_locales` that the pages have; Finnish when none. */
export function languageOf(uiLocales: unknown): Language {
  const wanted = typeof uiLocales === 'string' ? uiLocales.split(/[\s,]+/).map((tag) => tag.slice(0, 2)) : [];
  return wanted.find(isLanguage) ?? 'fi';
}

function page(language: Language, title: string, body: Html, script?: string): Html {
  return html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/pages.css" />
      ${script === undefined ? '' : html`<script type="module" src="${script}"></script>`}
    </head>
    <body>
      ${body}
    </body>
  </html>`;
}

export interface PersonPage {
  readonly uid: string;
  readonly kind: 'citizen' | 'employee';
  readonly language: Language;
  readonly persons: readonly TestPerson[];
}

/** The page where a tester chooses whom to be: one form, one button a person, usable without script but for the search. */
export function personPage({ uid, kind, language, persons }: PersonPage): Html {
  const texts = TEXTS[language];
  return page(
    language,
    texts.heading[kind],
    html`<header class="bar"><span class="tag">DEV</span> ${texts.warning}</header>
      <main>
        <nav aria-label="${texts.languages}" class="languages">${LANGUAGES.map((each) => languageLink(uid, each, language))}</nav>
        <h1>${texts.heading[kind]}</h1>
        <label class="search" hidden>${texts.search}<input type="search" id="search" autocomplete="off" /></label>
        <p class="count" role="status" hidden data-found="${texts.found}" data-nobody="${texts.nobody}"></p>
        <form method="post" action="/interaction/${uid}/login">
          <ul class="persons">
            ${persons.map((person) => personItem(person, language))}
          </ul>
          <p class="option">
            <label><input type="checkbox" name="assurance" value="low" /> ${texts.low}</label> <span class="hint">${texts.lowHint}</span>
          </p>
          <p class="option">
            <label><input type="checkbox" name="recognised" value="earlier" /> ${texts.earlier}</label>
            <span class="hint">${texts.earlierHint}</span>
          </p>
        </form>
        <form method="post" action="/interaction/${uid}/cancel"><button class="quiet">${texts.cancel}</button></form>
      </main>`,
    '/assets/persons.js',
  );
}

function languageLink(uid: string, each: Language, current: Language): Html {
  const name = { fi: 'Suomi', sv: 'Svenska', en: 'English' }[each];
  if (each === current) return html`<strong lang="${each}" aria-current="true">${name}</strong>`;
  return html`<a href="/interaction/${uid}?ui_locales=${each}" lang="${each}" hreflang="${each}">${name}</a>`;
}

/** One line says what somebody is for; whoever only fills a team is told by the title. */
function personItem(person: TestPerson, language: Language): Html {
  const line = (person.use ?? person.title)?.[language] ?? '';
  return html`<li>
    <button name="subject" value="${person.subject}">
      <span class="name">${person.name}</span>
      <span class="use">${line}</span>
      ${person.organisation === 'NT' ? html`<span class="use">tyollisyys.localhost</span>` : ''}
    </button>
  </li>`;
}

/**
 * What is shown when an interaction is no longer known, for example after a restart or the browser's "back".
 * @param applications addresses that lead on: the one that the person came from, or all where that is not known
 */
export function expiredPage(language: Language, applications: readonly string[]): Html {
  const texts = TEXTS[language];
  return page(
    language,
    texts.expired,
    html`<header class="bar"><span class="tag">DEV</span> ${texts.warning}</header>
      <main>
        <h1>${texts.expired}</h1>
        <p>${texts.expiredHint}</p>
        ${applications.length === 1 ? html`<p>${linkTo(applications[0] ?? '', texts.back)}</p>` : linksTo(applications)}
      </main>`,
  );
}

function linksTo(applications: readonly string[]): Html {
  return html`<ul>
    ${applications.map((address) => html`<li>${linkTo(address, address)}</li>`)}
  </ul>`;
}

function linkTo(address: string, text: string): Html {
  return html`<a href="${address}">${text}</a>`;
}

/** Logging out needs no second confirmation: the page presses its own button. */
export function logoutPage(context: Context, form: string): void {
  const language = languageOf(context.oidc.params?.['ui_locales']);
  const texts = TEXTS[language];
  // The form comes from the library, already safe; the value it expects for "yes" is the button's.
  const library = form.replace('</form>', `<input type="hidden" name="logout" value="yes"><button>${texts.logOut}</button></form>`);
  show(
    context,
    page(
      language,
      texts.loggingOut,
      html`<main>
        <h1>${texts.loggingOut}</h1>
        <div id="library-form"></div>
      </main>`,
      '/assets/logout.js',
    ).text.replace('<div id="library-form"></div>', library),
  );
}

/** The provider's own errors: a wrong client, a wrong return address, a broken request. */
export function errorPage(context: Context, out: Readonly<Record<string, string>>): void {
  const texts = TEXTS.fi;
  const rows = Object.entries(out).map(
    ([name, value]) =>
      html`<dt>${name}</dt>
        <dd>${value}</dd>`,
  );
  show(
    context,
    page(
      'fi',
      texts.failed,
      html`<main>
        <h1>${texts.failed}</h1>
        <p>${texts.expiredHint}</p>
        <dl>${rows}</dl>
      </main>`,
    ).text,
  );
}

function show(context: Context, text: string): void {
  context.type = 'html';
  // The library's own policy would forbid the style sheet; form-action is left open because logging out leads back to the application.
  context.set(
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
  );
  context.body = `<!doctype html>\n${text}`;
}
