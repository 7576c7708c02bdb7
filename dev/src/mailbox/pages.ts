import { isLanguage, type Language, LANGUAGES } from '../../../backend/src/kernel/localized-text.ts';
import { html, type Html } from '../http/html.ts';
import { TEXTS } from './texts.ts';

const NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** The language asked for by the switch, else the browser's first one that the page has; Finnish when none. */
export function mailboxLanguage(chosen: string | null, acceptLanguage: string | undefined): Language {
  const wanted = [chosen ?? '', ...(acceptLanguage ?? '').split(',')].map((tag) => tag.trim().slice(0, 2).toLowerCase());
  return wanted.find(isLanguage) ?? 'fi';
}

/** The page that shows every message; its list is filled and kept up to date by the script, in the words that the list carries. */
export function mailboxPage(language: Language): Html {
  const texts = TEXTS[language];
  return html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${texts.title} – Vuoro</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/pages.css" />
      <script type="module" src="/assets/mailbox.js"></script>
    </head>
    <body>
      <header class="bar"><span class="tag">DEV</span> ${texts.lead}</header>
      <main>
        <nav aria-label="${texts.languages}" class="languages">${LANGUAGES.map((each) => languageLink(each, language))}</nav>
        <h1>${texts.title}</h1>
        <form class="filters" role="search">
          <label>${texts.filter}<input type="search" id="filter" autocomplete="off" /></label>
          <label
            >${texts.channel}<select id="channel">
              <option value="">${texts.both}</option>
              <option value="SMS">SMS</option>
              <option value="EMAIL">${texts.email}</option>
            </select></label
          >
          <button type="button" class="quiet" id="delete" data-question="${texts.deleteQuestion}">${texts.deleteAll}</button>
        </form>
        <p class="count" role="status" id="count">${texts.loading}</p>
        <ol
          class="messages"
          id="messages"
          data-none="${texts.none}"
          data-count="${texts.count}"
          data-email="${texts.email}"
          data-size="${texts.size}"
          data-attachments="${texts.attachments}"
        ></ol>
        <noscript
          ><p>${texts.noScript} <a href="/mailbox/messages">${texts.asJson}</a>.</p></noscript
        >
      </main>
    </body>
  </html>`;
}

function languageLink(each: Language, current: Language): Html {
  if (each === current) return html`<strong lang="${each}" aria-current="true">${NAMES[each]}</strong>`;
  return html`<a href="/mailbox?language=${each}" lang="${each}" hreflang="${each}">${NAMES[each]}</a>`;
}
