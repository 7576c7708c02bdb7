import { describe, expect, it } from '@jest/globals';
import { readBirthDate } from './birth-date';
import { clientQuery } from './client-query';
import { looksLikeIdentityCode, readIdentityCode } from './identity-code';
import { tellingOf } from './telling';

const today = '2026-11-30';

describe('a date of birth typed in a hurry', () => {
  it.each([
    ['14.3.1985', '1985-03-14'],
    [' 14.03.1985 ', '1985-03-14'],
    ['14/3/1985', '1985-03-14'],
    ['14031985', '1985-03-14'],
    ['1985-03-14', '1985-03-14'],
    ['14.3.85', '1985-03-14'],
    ['29.2.24', '2024-02-29'],
    ['30.11.26', '2026-11-30'],
  ])('%s is %s', (text, date) => {
    expect(readBirthDate(text, today)).toBe(date);
  });

  it.each(['', '31.2.1985', '14.3', '1.12.2026', '140385', 'maaliskuu'])('is none, or lies ahead: %s', (text) => {
    expect(readBirthDate(text, today)).toBeNull();
  });

  it('in two digits of a year that is still to come means a hundred years ago', () => {
    expect(readBirthDate('1.12.26', today)).toBe('1926-12-01');
  });
});

describe('a personal identity code', () => {
  it.each(['140385-902F', '140385 - 902f', '110918A924T', '060688X970P', '150404B915E', '010199+9078'])(
    'is read with its sign and check: %s',
    (text) => {
      expect(readIdentityCode(text)).toBe(text.replaceAll(' ', '').toUpperCase());
    },
  );

  it('T10: keeps apart two whose sign alone differs', () => {
    expect(readIdentityCode('010195-9930')).not.toBe(readIdentityCode('010195Y9930'));
  });

  it.each(['140385-902G', '140385-902', '140385902F', '140385Z902F', '', 'Virtanen'])('cannot exist: %s', (text) => {
    expect(readIdentityCode(text)).toBeNull();
  });

  it('is told from a name by its first six digits, also while it is wrong', () => {
    expect(['140385', '140385-902G', 'Virtanen', '14'].map(looksLikeIdentityCode)).toEqual([true, true, false, false]);
  });
});

describe('the search for a client', () => {
  it('is by identity code alone, or by last name and birth date, and never by less', () => {
    expect(clientQuery({ who: '140385-902f', birthOn: '1.1.1990' }, today)).toEqual({ identityCode: '140385-902F' });
    expect(clientQuery({ who: ' Esimerkki ', birthOn: '14.3.1985' }, today)).toEqual({ lastName: 'Esimerkki', birthOn: '1985-03-14' });
    expect(clientQuery({ who: 'Esimerkki', birthOn: '' }, today)).toBeNull();
    expect(clientQuery({ who: '', birthOn: '14.3.1985' }, today)).toBeNull();
    expect(clientQuery({ who: '140385-902G', birthOn: '14.3.1985' }, today)).toBeNull();
  });
});

describe('how a client hears of a reservation', () => {
  const client = { quiet: false, toldBy: ['SMS', 'EMAIL'] as ('SMS' | 'EMAIL')[] };
  const time = { messages: 'ON' as const };

  it('is by the confirmed channels', () => {
    expect(tellingOf(client, time, false)).toEqual({ by: 'message', channels: ['SMS', 'EMAIL'] });
  });

  it('is by nobody but the employee when nothing can or may be sent', () => {
    expect(tellingOf({ ...client, toldBy: [] }, time, false)).toEqual({ by: 'nobody', because: 'NO_CHANNEL' });
    expect(tellingOf({ quiet: true, toldBy: [] }, time, false)).toEqual({ by: 'nobody', because: 'QUIET' });
    expect(tellingOf(client, { messages: 'OFF' }, false)).toEqual({ by: 'nobody', because: 'MESSAGES_OFF' });
    expect(tellingOf(client, time, true)).toEqual({ by: 'nobody', because: 'PAST' });
  });
});
