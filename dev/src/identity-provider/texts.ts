import type { Language } from '../../../backend/src/kernel/localized-text.ts';

export interface PersonPageTexts {
  readonly heading: Readonly<Record<'citizen' | 'employee', string>>;
  readonly warning: string;
  readonly search: string;
  readonly found: string;
  readonly nobody: string;
  readonly low: string;
  readonly lowHint: string;
  readonly earlier: string;
  readonly earlierHint: string;
  readonly cancel: string;
  readonly languages: string;
  readonly expired: string;
  readonly expiredHint: string;
  readonly back: string;
  readonly loggingOut: string;
  readonly logOut: string;
  readonly failed: string;
}

export const TEXTS: Readonly<Record<Language, PersonPageTexts>> = {
  fi: {
    heading: { citizen: 'Valitse testihenkilö', employee: 'Valitse työntekijä' },
    warning: 'Kehitysympäristön tunnistautuminen. Kukaan näistä ihmisistä ei ole olemassa.',
    search: 'Etsi nimellä tai käyttötarkoituksella',
    found: 'Henkilöitä näkyvissä:',
    nobody: 'Haulla ei löytynyt ketään.',
    low: 'Heikko tunnistautuminen',
    lowHint: 'Palvelun kuuluu torjua se.',
    earlier: 'Tunnistautunut jo 10 minuuttia sitten',
    earlierHint: 'Kuten kertakirjautumisessa. Yhteystietojen muuttaminen vaatii uuden tunnistautumisen.',
    cancel: 'Keskeytä',
    languages: 'Kieli',
    expired: 'Tunnistautuminen on vanhentunut',
    expiredHint: 'Palaa palveluun ja aloita kirjautuminen uudelleen.',
    back: 'Palaa palveluun',
    loggingOut: 'Kirjaudutaan ulos',
    logOut: 'Kirjaudu ulos',
    failed: 'Tunnistautuminen ei onnistunut',
  },
  sv: {
    heading: { citizen: 'Välj en testperson', employee: 'Välj en anställd' },
    warning: 'Identifiering i utvecklingsmiljön. Ingen av personerna finns på riktigt.',
    search: 'Sök på namn eller användning',
    found: 'Personer som visas:',
    nobody: 'Sökningen gav inga träffar.',
    low: 'Svag identifiering',
    lowHint: 'Tjänsten ska avvisa den.',
    earlier: 'Identifierade sig redan för 10 minuter sedan',
    earlierHint: 'Som vid enkel inloggning. För att ändra kontaktuppgifter krävs en ny identifiering.',
    cancel: 'Avbryt',
    languages: 'Språk',
    expired: 'Identifieringen har upphört att gälla',
    expiredHint: 'Gå tillbaka till tjänsten och börja inloggningen på nytt.',
    back: 'Tillbaka till tjänsten',
    loggingOut: 'Du loggas ut',
    logOut: 'Logga ut',
    failed: 'Identifieringen misslyckades',
  },
  en: {
    heading: { citizen: 'Choose a test person', employee: 'Choose an employee' },
    warning: 'Sign-in of the development environment. None of these people exist.',
    search: 'Search by name or use',
    found: 'People shown:',
    nobody: 'Nobody matches.',
    low: 'Weak identification',
    lowHint: 'The service should refuse it.',
    earlier: 'Recognised 10 minutes ago already',
    earlierHint: 'As with single sign-on. Changing contact details then needs a new sign-in.',
    cancel: 'Cancel',
    languages: 'Language',
    expired: 'This sign-in has expired',
    expiredHint: 'Go back to the service and start signing in again.',
    back: 'Back to the service',
    loggingOut: 'Signing out',
    logOut: 'Sign out',
    failed: 'The sign-in failed',
  },
};
