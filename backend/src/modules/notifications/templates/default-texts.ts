import type { LocalizedText } from '../../../kernel/index.ts';
import type { MessageKind } from '../message-kinds.ts';

/** What an organisation begins with. None names a service, an office or a person: a message may be read by whoever holds the phone. */
export const DEFAULT_TEXTS: Readonly<Record<MessageKind, LocalizedText>> = {
  BOOKED: {
    fi: 'Sinulle on varattu aika {when}. Lisätiedot: kirjaudu palveluun {portalName} tai {contact}. Tähän viestiin ei voi vastata.',
    sv: 'Du har en bokad tid {when}. Mer information: logga in på {portalName} eller {contact}. Det går inte att svara på meddelandet.',
    en: 'You have an appointment on {when}. Details: log in to {portalName} or {contact}. You cannot reply to this message.',
  },
  MOVED: {
    fi: 'Varattu aikasi on siirretty. Uusi aika on {newWhen}. Jos aika ei sovi, kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Din bokade tid har flyttats. Den nya tiden är {newWhen}. Om tiden inte passar, logga in på {portalName} eller {contact}.',
    en: 'Your appointment has been moved. The new time is {newWhen}. If it does not suit you, log in to {portalName} or {contact}.',
  },
  TRANSFERRED: {
    fi: 'Varaukseesi {when} on tullut muutos. Ajankohta ei muutu. Lisätiedot: kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Din bokning {when} har ändrats. Tidpunkten är densamma. Mer information: logga in på {portalName} eller {contact}.',
    en: 'There is a change to your appointment on {when}. The time stays the same. Details: log in to {portalName} or {contact}.',
  },
  CANCELLED: {
    fi: 'Varattu aikasi {when} on peruttu. Sinun ei tarvitse tulla. Uusi aika: kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Din bokade tid {when} har avbokats. Du behöver inte komma. Ny tid: logga in på {portalName} eller {contact}.',
    en: 'Your appointment on {when} has been cancelled. You do not need to come. New time: log in to {portalName} or {contact}.',
  },
  REMINDER: {
    fi: 'Muistathan varatun aikasi {when}. Jos et pääse tulemaan, ilmoita siitä: kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Kom ihåg din bokade tid {when}. Om du inte kan komma, meddela oss: logga in på {portalName} eller {contact}.',
    en: 'Reminder: you have an appointment on {when}. If you cannot come, tell us: log in to {portalName} or {contact}.',
  },
  RIGHT: {
    fi: 'Voit nyt varata ajan. Kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Du kan nu boka en tid. Logga in på {portalName} eller {contact}.',
    en: 'You can now book an appointment. Log in to {portalName} or {contact}.',
  },
  RIGHT_EXPIRING: {
    fi: 'Voit varata ajan viimeistään {deadline}. Kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Du kan boka en tid senast {deadline}. Logga in på {portalName} eller {contact}.',
    en: 'You can book an appointment until {deadline}. Log in to {portalName} or {contact}.',
  },
  WAITLIST_OFFER: {
    fi: 'Sinulle on tarjolla aika. Vastaa viimeistään {deadline}: kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Det finns en ledig tid för dig. Svara senast {deadline}: logga in på {portalName} eller {contact}.',
    en: 'A time is available for you. Reply by {deadline}: log in to {portalName} or {contact}.',
  },
  MANUAL: {
    fi: 'Sinulla on varattu aika {when}. Lisäohjeet: kirjaudu palveluun {portalName} tai {contact}.',
    sv: 'Du har en bokad tid {when}. Fler anvisningar: logga in på {portalName} eller {contact}.',
    en: 'You have an appointment on {when}. More instructions: log in to {portalName} or {contact}.',
  },
  CONTACT_CODE: {
    fi: 'Vahvistuskoodisi on {code}. Koodi on voimassa 10 minuuttia. Älä anna koodia kenellekään.',
    sv: 'Din bekräftelsekod är {code}. Koden gäller i 10 minuter. Ge inte koden till någon.',
    en: 'Your confirmation code is {code}. It is valid for 10 minutes. Do not give it to anyone.',
  },
};

const neutralSubject: LocalizedText = { fi: 'Varattu aika', sv: 'Bokad tid', en: 'Appointment' };
const bookingSubject: LocalizedText = { fi: 'Ajanvaraus', sv: 'Tidsbokning', en: 'Appointment booking' };

/** E-mail subjects: seen on lock screens and in shared mailboxes, hence the same for whatever happened to a time. */
export const DEFAULT_SUBJECTS: Readonly<Record<MessageKind, LocalizedText>> = {
  BOOKED: neutralSubject,
  MOVED: neutralSubject,
  TRANSFERRED: neutralSubject,
  CANCELLED: neutralSubject,
  REMINDER: neutralSubject,
  MANUAL: neutralSubject,
  RIGHT: bookingSubject,
  RIGHT_EXPIRING: bookingSubject,
  WAITLIST_OFFER: bookingSubject,
  CONTACT_CODE: { fi: 'Vahvistuskoodi', sv: 'Bekräftelsekod', en: 'Confirmation code' },
};
