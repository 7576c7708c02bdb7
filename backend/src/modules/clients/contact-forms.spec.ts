import { describe, expect, it } from '@jest/globals';
import { emailAddressFrom, maskEmailAddress, type EmailAddress } from './email-address.ts';
import { maskPhoneNumber, phoneNumberFrom, type PhoneNumber } from './phone-number.ts';

describe('a telephone number', () => {
  it.each([
    ['040 123 4567', '+358401234567'],
    ['+358 40 1234567', '+358401234567'],
    ['00358401234567', '+358401234567'],
    ['(09) 310 1691', '+35893101691'],
    ['+46 70 123 45 67', '+46701234567'],
  ])('is kept in its international form: %s', (text, expected) => {
    expect(phoneNumberFrom(text)).toBe(expected);
  });

  it.each([
    '',
    '123',
    '112 ',
    '040 123',
    'soita 0401234567',
    '0401234567;ext=5',
    '040 1234567\r\nTo: x',
    '0401234567, 0407654321',
    '+999123456789',
    '٠٤٠١٢٣٤٥٦٧',
    'tel:+358401234567',
  ])('is refused: %j', (text) => {
    expect(phoneNumberFrom(text)).toBeNull();
  });

  it('shows no more than its country and last two digits when masked', () => {
    expect(maskPhoneNumber('+358401234567' as PhoneNumber)).toBe('+358•••••67');
  });
});

describe('AC 12: an e-mail address', () => {
  it.each([
    ['Aino.Virtanen@Example.FI', 'aino.virtanen@example.fi'],
    [' a+b@x-y.example.org ', 'a+b@x-y.example.org'],
    ["o'neil@example.ie", "o'neil@example.ie"],
  ])('is one plain address, in lower case: %s', (text, expected) => {
    expect(emailAddressFrom(text)).toBe(expected);
  });

  it.each([
    '',
    'aino',
    'aino@',
    '@example.fi',
    'a@b',
    'a b@example.fi',
    'a@example.fi,b@evil.example',
    'a@example.fi;b@evil.example',
    'a@example.fi b@evil.example',
    '"a@evil.example"@example.fi',
    '"x" <a@evil.example>',
    'Aino <a@example.fi>',
    'a@example.fi\r\nBcc: b@evil.example',
    'a@example.fi\nb',
    'a@[127.0.0.1]',
    'a(comment)@example.fi',
    'a@example.fi(x)',
    'a..b@example.fi',
    '.a@example.fi',
    'a.@example.fi',
    'a@-example.fi',
    'a@example-.fi',
    'a@example..fi',
    'a@example.fi.',
    'a@b@example.fi',
    'a@exämple.fi',
    'a\u0000@example.fi',
    'a@1.2.3.4',
    `${'a'.repeat(65)}@example.fi`,
    `a@${'b'.repeat(250)}.fi`,
  ])('is refused: %j', (text) => {
    expect(emailAddressFrom(text)).toBeNull();
  });

  it('shows its first letter and domain when masked', () => {
    expect(maskEmailAddress('aino@example.fi' as EmailAddress)).toBe('a•••@example.fi');
  });
});
