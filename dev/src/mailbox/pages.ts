import { html, type Html } from '../http/html.ts';

/** The page that shows every message; its list is filled and kept up to date by the script. */
export function mailboxPage(): Html {
  return html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Mailbox – Vuoro</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/pages.css" />
      <script type="module" src="/assets/mailbox.js"></script>
    </head>
    <body>
      <header class="bar"><span class="tag">DEV</span> Every message that Vuoro sends ends here. Nothing leaves this machine.</header>
      <main>
        <h1>Mailbox</h1>
        <form class="filters" role="search">
          <label>Filter by recipient or text<input type="search" id="filter" autocomplete="off" /></label>
          <label
            >Channel<select id="channel">
              <option value="">SMS and e-mail</option>
              <option value="SMS">SMS</option>
              <option value="EMAIL">E-mail</option>
            </select></label
          >
          <button type="button" class="quiet" id="delete">Delete all</button>
        </form>
        <p class="count" role="status" id="count">Loading …</p>
        <ol class="messages" id="messages"></ol>
        <noscript
          ><p>This page needs JavaScript; <a href="/mailbox/messages">the messages as JSON</a> do not.</p></noscript
        >
      </main>
    </body>
  </html>`;
}
