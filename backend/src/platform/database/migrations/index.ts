import { Platform1763900000001 } from './0001-platform.ts';
import { Organisation1763900000002 } from './0002-organisation.ts';
import { StaffAndResources1763900000003 } from './0003-staff-and-resources.ts';
import { Clients1763900000004 } from './0004-clients.ts';
import { AppointmentTypes1763900000005 } from './0005-appointment-types.ts';
import { Identity1763900000006 } from './0006-identity.ts';
import { Calendar1763900000007 } from './0007-calendar.ts';
import { Reservations1763900000008 } from './0008-reservations.ts';
import { Notifications1763900000009 } from './0009-notifications.ts';
import { PerhapsSent1763900000010 } from './0010-perhaps-sent.ts';
import { LeastPrivilege1763900000011 } from './0011-least-privilege.ts';
import { NoIdentityToken1763900000012 } from './0012-no-identity-token.ts';
import { Quotas1763900000013 } from './0013-quotas.ts';
import { EndedSessionsAreTold1763900000014 } from './0014-ended-sessions-are-told.ts';
import { OneHoldAClient1763900000015 } from './0015-one-hold-a-client.ts';
import { ChoiceOfEmployee1763900000016 } from './0016-choice-of-employee.ts';
import { SignLanguageVideo1763900000017 } from './0017-sign-language-video.ts';
import { SharedDesks1763900000018 } from './0018-shared-desks.ts';

/** In the order in which they run; a released migration is never changed. */
export const migrations = [
  Platform1763900000001,
  Organisation1763900000002,
  StaffAndResources1763900000003,
  Clients1763900000004,
  AppointmentTypes1763900000005,
  Identity1763900000006,
  Calendar1763900000007,
  Reservations1763900000008,
  Notifications1763900000009,
  PerhapsSent1763900000010,
  LeastPrivilege1763900000011,
  NoIdentityToken1763900000012,
  Quotas1763900000013,
  EndedSessionsAreTold1763900000014,
  OneHoldAClient1763900000015,
  ChoiceOfEmployee1763900000016,
  SignLanguageVideo1763900000017,
  SharedDesks1763900000018,
] as const;
