import { html, type Html } from './http/html.ts';

/** Stands where an organisation's own video would be: the demo has none, and says so. */
export function videoPage(): Html {
  return html`<html lang="fi">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Ohje viittomakielellä – Vuoro</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/assets/pages.css" />
    </head>
    <body>
      <header class="bar"><span class="tag">DEV</span> Tämä on kehityspalvelimen sivu, ei organisaation oma.</header>
      <main>
        <h1>Tässä näkyy organisaation oma video</h1>
        <p>
          Esittelyssä ei ole videota. Kun palvelu on käytössä, linkki vie organisaation omalle sivulle, jolla ohje näytetään suomalaisella
          viittomakielellä.
        </p>
        <p lang="sv">
          Demon har ingen video. När tjänsten är i bruk leder länken till organisationens egen sida, där anvisningen visas på finskt
          teckenspråk.
        </p>
        <p lang="en">
          The demo has no video. In real use the link leads to a page of the organisation, where the instructions are shown in Finnish Sign
          Language.
        </p>
      </main>
    </body>
  </html>`;
}
