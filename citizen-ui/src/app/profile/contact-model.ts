import type { ChangeCitizenProfileRequest, CitizenProfileView } from '@vuoro/ui-shared/api';

export type ContactChannel = CitizenProfileView['reminderChannels'][number];

/** Contact details as a form holds them: an empty text is none. */
export interface ContactModel {
  phone: string;
  email: string;
  remindBySms: boolean;
  remindByEmail: boolean;
}

export function contactModel(profile: CitizenProfileView | null): ContactModel {
  return {
    phone: profile?.phone ?? '',
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
  if (phone !== (profile.phone ?? '')) change.phone = phone === '' ? null : phone;
  if (email !== (profile.email ?? '')) change.email = email === '' ? null : email;
  const channels = chosenChannels(model);
  if (channels.join() !== [...profile.reminderChannels].sort().reverse().join()) change.reminderChannels = channels;
  return Object.keys(change).length === 0 ? null : change;
}

/** SMS before e-mail. */
function chosenChannels(model: ContactModel): ContactChannel[] {
  const channels: ContactChannel[] = [];
  if (model.remindBySms) channels.push('SMS');
  if (model.remindByEmail) channels.push('EMAIL');
  return channels;
}
