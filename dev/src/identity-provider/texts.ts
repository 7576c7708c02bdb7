import type { Language } from '../../../backend/src/kernel/localized-text.ts';

export interface PersonPageTexts {
  readonly heading: Readonly<Record<'citizen' | 'employee', string>>;
  readonly warning: string;
  readonly search: string;
  readonly found: string;
  readonly nobody: string;
  readonly low: string;
  readonly lowHint: string;
  readonly cancel: string;
  readonly languages: string;
  readonly expired: string;
  readonly expiredHint: string;
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
    cancel: 'Keskeytä',
    languages: 'Kieli',
    expired: 'Tunnistautuminen on vanhentunut',
    expiredHint: 'Palaa palveluun ja aloita kirjautuminen uudelleen.',
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
    cancel: 'Avbryt',
    languages: 'Språk',
    expired: 'Identifieringen har upphört att gälla',
    expiredHint: 'Gå tillbaka till tjänsten och börja inloggningen på nytt.',
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
    cancel: 'Cancel',
    languages: 'Language',
    expired: 'This sign-in has expired',
    expiredHint: 'Go back to the service and start signing in again.',
    loggingOut: 'Signing out',
    logOut: 'Sign out',
    failed: 'The sign-in failed',
  },
};
