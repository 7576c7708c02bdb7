import type { LanguageCode } from '@vuoro/ui-shared';
import type { ChangeCitizenProfileRequest, CitizenProfileView } from '@vuoro/ui-shared/api';
import { type ContactModel, contactChange, contactModel } from '../profile/contact-model';

export interface DetailsModel extends ContactModel {
  serviceLanguage: LanguageCode;
  messageLanguage: LanguageCode;
}

export function detailsModel(profile: CitizenProfileView | null): DetailsModel {
  return {
    ...contactModel(profile),
    serviceLanguage: profile?.serviceLanguage ?? 'fi',
    messageLanguage: profile?.messageLanguage ?? 'fi',
  };
}

/** Only what differs from the profile; null when nothing does. */
export function detailsChange(model: DetailsModel, profile: CitizenProfileView): ChangeCitizenProfileRequest | null {
  const change: ChangeCitizenProfileRequest = { ...contactChange(model, profile) };
  if (model.serviceLanguage !== profile.serviceLanguage) change.serviceLanguage = model.serviceLanguage;
  if (model.messageLanguage !== profile.messageLanguage) change.messageLanguage = model.messageLanguage;
  return Object.keys(change).length === 0 ? null : change;
}
