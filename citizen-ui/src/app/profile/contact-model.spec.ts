import { describe, expect, it } from '@jest/globals';
import type { CitizenProfileView } from '@vuoro/ui-shared/api';
import { channelsOf, contactChange, contactModel, contactNotes } from './contact-model';

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

  it('are none when the number stands there as people read it or as it is kept', () => {
    expect(contactModel(aino).phone).toBe('050 000 0021');
    expect(contactChange({ ...contactModel(aino), phone: '+358500000021' }, aino)).toBeNull();
    expect(contactChange({ ...contactModel(aino), phone: '050 000 0022' }, aino)).toEqual({ phone: '050 000 0022' });
  });

  it('are only what differs', () => {
    expect(contactChange({ ...contactModel(aino), email: ' aino@example.fi ' }, aino)).toEqual({ email: 'aino@example.fi' });
  });

  it('remove a number that was wiped out, and the reminders that went there', () => {
    const model = { ...contactModel(aino), phone: '', remindBySms: false };
    expect(contactChange(model, aino)).toEqual({ phone: null, reminderChannels: ['EMAIL'] });
  });
});

describe('what is said beside the contact details', () => {
  it('is nothing while they are confirmed or unwanted', () => {
    expect(contactNotes(contactModel(aino), aino)).toEqual([]);
    expect(contactNotes({ ...contactModel(aino), email: 'aino@example.fi', remindByEmail: false }, aino)).toEqual([]);
  });

  it('is that a new number gets no message before its code, and that an emptied one leaves the own details as well', () => {
    expect(contactNotes({ ...contactModel(aino), phone: '040 123 4567' }, aino)).toEqual(['UNCONFIRMED']);
    expect(contactNotes({ ...contactModel(aino), phone: ' ' }, aino)).toEqual(['PHONE_REMOVED']);
  });

  it('parts the wanted channels by whether a code has come back', () => {
    const both = { ...aino, email: 'aino@example.fi' };
    expect(channelsOf(both)).toEqual({ confirmed: ['SMS'], waiting: ['EMAIL'] });
    expect(channelsOf({ ...both, reminderChannels: [] })).toEqual({ confirmed: [], waiting: [] });
  });
});
