import { Settings } from 'luxon';

declare module 'luxon' {
  interface TSSettings {
    throwOnInvalid: true;
  }
}

// An invalid DateTime compares as false with everything, so a typing error would quietly become "never" or "always".
Settings.throwOnInvalid = true;
// Nobody may depend on the zone of the machine: a zone is named where it matters, and everything else is UTC.
Settings.defaultZone = 'utc';
