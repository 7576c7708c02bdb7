import { readablePhone } from '@vuoro/ui-shared';
import type { ChangeCitizenProfileRequest, CitizenProfileView } from '@vuoro/ui-shared/api';

export type ContactChannel = CitizenProfileView['reminderChannels'][number];

/** Contact details as a form holds them: an empty text is none, and a number is written as people read it. */
export interface ContactModel {
  phone: string;
  email: string;
  remindBySms: boolean;
  remindByEmail: boolean;
}

export function contactModel(profile: CitizenProfileView | null): ContactModel {
  return {
    phone: readablePhone(profile?.phone ?? ''),
    email: profile?.email ?? '',
    remindBySms: profile?.reminderChannels.includes('SMS') ?? false,
    remindByEmail: profile?.reminderChannels.includes('EMAIL') ?? false,
  };
}

/** Only what differs from the profile; null when nothing does. */
export function contactChange(model: ContactModel, profile: CitizenProfileView): ChangeCitizenProfileRequest | null {
  const change: ChangeCitizenProfileRequest = {};
  const phone = model.phone.trim();
  const email = model.email.trim();
  if (!isSamePhone(phone, profile.phone)) change.phone = phone === '' ? null : phone;
  if (email !== (profile.email ?? '')) change.email = email === '' ? null : email;
  const channels = chosenChannels(model);
  if (channels.join() !== [...profile.reminderChannels].sort().reverse().join()) change.reminderChannels = channels;
  return Object.keys(change).length === 0 ? null : change;
}

export type ContactNote = 'UNCONFIRMED' | 'PHONE_REMOVED' | 'EMAIL_REMOVED';

/** What has to be known of details as they are typed: where no message can go yet, and what is going to be removed. */
export function contactNotes(model: ContactModel, profile: CitizenProfileView): readonly ContactNote[] {
  const phone = model.phone.trim();
  const email = model.email.trim();
  const notes: ContactNote[] = [];
  const isSmsUnconfirmed = model.remindBySms && phone !== '' && (!isSamePhone(phone, profile.phone) || !profile.phoneConfirmed);
  const isEmailUnconfirmed = model.remindByEmail && email !== '' && (email !== profile.email || !profile.emailConfirmed);
  if (isSmsUnconfirmed || isEmailUnconfirmed) notes.push('UNCONFIRMED');
  if (phone === '' && profile.phone !== null) notes.push('PHONE_REMOVED');
  if (email === '' && profile.email !== null) notes.push('EMAIL_REMOVED');
  return notes;
}

/** Channels that are wanted and have a number or address: those that messages reach, and those that wait for a code. */
export function channelsOf(profile: CitizenProfileView): {
  readonly confirmed: readonly ContactChannel[];
  readonly waiting: readonly ContactChannel[];
} {
  const known = profile.reminderChannels.filter((channel) => (channel === 'SMS' ? profile.phone : profile.email) !== null);
  const isConfirmed = (channel: ContactChannel): boolean => (channel === 'SMS' ? profile.phoneConfirmed : profile.emailConfirmed);
  return { confirmed: known.filter(isConfirmed), waiting: known.filter((channel) => !isConfirmed(channel)) };
}

/** Whether a channel is wanted since before although there has never been a number or address for it: so does everybody begin. */
export function isWantedOnly(channel: ContactChannel, profile: CitizenProfileView | null): boolean {
  return profile !== null && profile.reminderChannels.includes(channel) && (channel === 'SMS' ? profile.phone : profile.email) === null;
}

/** Whether a number was left as it was: as it is kept, or as it was shown. */
function isSamePhone(typed: string, known: string | null): boolean {
  return typed === (known ?? '') || typed === readablePhone(known ?? '');
}

/** SMS before e-mail. */
function chosenChannels(model: ContactModel): ContactChannel[] {
  const channels: ContactChannel[] = [];
  if (model.remindBySms) channels.push('SMS');
  if (model.remindByEmail) channels.push('EMAIL');
  return channels;
}
