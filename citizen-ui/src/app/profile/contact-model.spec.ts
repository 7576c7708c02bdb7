import { describe, expect, it } from '@jest/globals';
import type { CitizenProfileView } from '@vuoro/ui-shared/api';
import { contactChange, contactModel } from './contact-model';

const aino: CitizenProfileView = {
  name: 'Aino Esimerkki',
  phone: '+358500000021',
  phoneConfirmed: true,
  email: null,
  emailConfirmed: false,
  reminderChannels: ['EMAIL', 'SMS'],
  serviceLanguage: 'fi',
  messageLanguage: 'fi',
  interpreterNeeded: false,
  interpreterLanguage: null,
  version: 3,
};

describe('changed contact details', () => {
  it('are none when the form was left as it was, whatever the order of channels: a confirmed number stays confirmed', () => {
    expect(contactChange(contactModel(aino), aino)).toBeNull();
  });

  it('are only what differs', () => {
    expect(contactChange({ ...contactModel(aino), email: ' aino@example.fi ' }, aino)).toEqual({ email: 'aino@example.fi' });
  });

  it('remove a number that was wiped out, and the reminders that went there', () => {
    const model = { ...contactModel(aino), phone: '', remindBySms: false };
    expect(contactChange(model, aino)).toEqual({ phone: null, reminderChannels: ['EMAIL'] });
  });
});
