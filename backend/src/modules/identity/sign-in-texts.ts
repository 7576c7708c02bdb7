import type { Language } from '../../kernel/index.ts';
import type { SignInFailureReason } from './sign-in-failure.ts';

interface PageText {
  readonly title: string;
  readonly text: string;
}

interface PageTexts {
  readonly tryAgain: string;
  readonly back: string;
  /** Leads a citizen to the phone and text numbers. */
  readonly cannot: string;
  /** Instead of CANCELLED, for somebody who was signed in already and had to prove it anew. */
  readonly nothingChanged: PageText;
  readonly reasons: Readonly<Record<SignInFailureReason, PageText>>;
}

/** The pages that a sign-in shows when it comes to nothing: the only pages that the API itself writes. */
export const signInTexts: Readonly<Record<Language, PageTexts>> = {
  fi: {
    tryAgain: 'Yritä uudelleen',
    back: 'Takaisin palveluun',
    cannot: 'Etkö voi tunnistautua? Voimme varata ajan puolestasi.',
    nothingChanged: {
      title: 'Tunnistautuminen keskeytyi',
      text: 'Muutosta ei tallennettu. Kun palaat palveluun, kirjoittamasi tiedot ovat vielä lomakkeella.',
    },
    reasons: {
      UNAVAILABLE: {
        title: 'Tunnistautuminen ei toimi juuri nyt',
        text: 'Tunnistuspalveluun ei saada yhteyttä. Yritä hetken kuluttua uudelleen. Mitään ei ole kadonnut.',
      },
      CANCELLED: { title: 'Tunnistautuminen keskeytyi', text: 'Et ole kirjautunut sisään. Voit yrittää uudelleen, kun haluat.' },
      EXPIRED: {
        title: 'Tunnistautuminen vanheni',
        text: 'Tunnistautuminen kesti liian kauan tai se aloitettiin toisessa selaimessa. Aloita uudelleen.',
      },
      NOT_STRONG_ENOUGH: {
        title: 'Tarvitaan vahva tunnistautuminen',
        text: 'Käyttämäsi tunnistustapa ei riitä tähän palveluun. Valitse toinen tunnistustapa.',
      },
      NOT_IDENTIFIED: {
        title: 'Henkilöä ei voitu tunnistaa',
        text: 'Tunnistuspalvelu ei antanut tarvittavia tietoja. Yritä uudelleen tai ota yhteyttä palveluun.',
      },
      NO_ACCOUNT: {
        title: 'Sinulla ei ole käyttäjätunnusta',
        text: 'Tunnistautuminen onnistui, mutta tunnustasi ei ole liitetty tähän palveluun. Ota yhteyttä pääkäyttäjään.',
      },
      NOT_FRESH: {
        title: 'Tunnistautuminen on liian vanha',
        text: 'Tunnistuspalvelu ei pyytänyt sinua tunnistautumaan uudelleen. Yritä uudelleen. Mitään ei ole kadonnut.',
      },
      TOO_MANY: {
        title: 'Nyt tunnistautuu moni yhtä aikaa',
        text: 'Samasta verkosta tunnistautuu juuri nyt hyvin moni. Odota minuutti ja yritä uudelleen. Mitään ei ole kadonnut.',
      },
      FAILED: { title: 'Tunnistautuminen epäonnistui', text: 'Tunnistautumista ei voitu viedä loppuun. Yritä uudelleen.' },
    },
  },
  sv: {
    tryAgain: 'Försök igen',
    back: 'Tillbaka till tjänsten',
    cannot: 'Kan du inte identifiera dig? Vi kan boka tiden för dig.',
    nothingChanged: {
      title: 'Identifieringen avbröts',
      text: 'Ändringen sparades inte. När du går tillbaka till tjänsten finns det du skrev kvar i formuläret.',
    },
    reasons: {
      UNAVAILABLE: {
        title: 'Identifieringen fungerar inte just nu',
        text: 'Identifieringstjänsten kan inte nås. Försök igen om en stund. Ingenting har gått förlorat.',
      },
      CANCELLED: { title: 'Identifieringen avbröts', text: 'Du är inte inloggad. Du kan försöka igen när du vill.' },
      EXPIRED: {
        title: 'Identifieringen har gått ut',
        text: 'Identifieringen tog för lång tid eller påbörjades i en annan webbläsare. Börja om.',
      },
      NOT_STRONG_ENOUGH: {
        title: 'Stark autentisering behövs',
        text: 'Det sätt att identifiera sig som du använde räcker inte för den här tjänsten. Välj ett annat sätt.',
      },
      NOT_IDENTIFIED: {
        title: 'Personen kunde inte identifieras',
        text: 'Identifieringstjänsten gav inte de uppgifter som behövs. Försök igen eller kontakta tjänsten.',
      },
      NO_ACCOUNT: {
        title: 'Du har inget användarkonto',
        text: 'Identifieringen lyckades, men ditt konto är inte kopplat till den här tjänsten. Kontakta huvudanvändaren.',
      },
      NOT_FRESH: {
        title: 'Identifieringen är för gammal',
        text: 'Identifieringstjänsten bad dig inte identifiera dig på nytt. Försök igen. Ingenting har gått förlorat.',
      },
      TOO_MANY: {
        title: 'Många identifierar sig just nu',
        text: 'Väldigt många identifierar sig just nu från samma nätverk. Vänta en minut och försök igen. Ingenting har gått förlorat.',
      },
      FAILED: { title: 'Identifieringen misslyckades', text: 'Identifieringen kunde inte slutföras. Försök igen.' },
    },
  },
  en: {
    tryAgain: 'Try again',
    back: 'Back to the service',
    cannot: 'Can’t you identify yourself? We can book the time for you.',
    nothingChanged: {
      title: 'Sign-in was interrupted',
      text: 'The change was not saved. When you go back to the service, what you typed is still in the form.',
    },
    reasons: {
      UNAVAILABLE: {
        title: 'Sign-in is not working just now',
        text: 'The identification service cannot be reached. Try again in a moment. Nothing has been lost.',
      },
      CANCELLED: { title: 'Sign-in was interrupted', text: 'You are not signed in. You can try again whenever you like.' },
      EXPIRED: { title: 'Sign-in has expired', text: 'It took too long or was started in another browser. Start again.' },
      NOT_STRONG_ENOUGH: {
        title: 'Strong identification is needed',
        text: 'The way in which you identified yourself is not enough for this service. Choose another one.',
      },
      NOT_IDENTIFIED: {
        title: 'You could not be identified',
        text: 'The identification service did not give the details that are needed. Try again or contact the service.',
      },
      NO_ACCOUNT: {
        title: 'You have no account here',
        text: 'You were identified, but your account is not connected to this service. Contact your administrator.',
      },
      NOT_FRESH: {
        title: 'The identification is too old',
        text: 'The identification service did not ask you to identify yourself again. Try again. Nothing has been lost.',
      },
      TOO_MANY: {
        title: 'Many people are signing in right now',
        text: 'Very many people are signing in from the same network right now. Wait a minute and try again. Nothing has been lost.',
      },
      FAILED: { title: 'Sign-in failed', text: 'Sign-in could not be completed. Try again.' },
    },
  },
};
