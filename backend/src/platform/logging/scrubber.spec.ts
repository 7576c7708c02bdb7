import { describe, expect, it } from '@jest/globals';
import { allowedFields } from './allowed-fields.ts';
import { scrubbed } from './scrubber.ts';

describe('a log line', () => {
  it.each(['131052-308T', '010101A900X', '290200B9XXA'.replace('XX', '12'), '131052y308t'])('never shows the identity code %s', (code) => {
    expect(scrubbed(`of ${code}.`)).toBe('of [identity code].');
  });

  it.each(['+358 40 123 4567', '040 1234567', '0401234567', '+358501234567', '09-1234 5678'])(
    'never shows the phone number %s',
    (phone) => {
      expect(scrubbed(`called ${phone}, twice`)).toBe('called [phone], twice');
    },
  );

  it.each(['minna@example.fi', 'a.b+c@mail.hva.fi'])('never shows the e-mail address %s', (address) => {
    expect(scrubbed(`"to":"${address}"`)).toBe('"to":"[e-mail]"');
  });

  it.each([
    '019ab0c2-6f0e-7c3a-9d54-2f6b8a1e7d10',
    '01912345-6789-7012-8345-678901234567',
    '2026-11-24T08:00:00.000Z',
    '"time":1763900000000',
    '127.0.0.1:3000',
    '"millis":0',
    'at ExpressAdapter.mapException (/app/node_modules/@nestjs/platform-express/adapters/express-adapter.js:96:20)',
  ])('keeps %s', (text) => {
    expect(scrubbed(text)).toBe(text);
  });

  it('holds no field that is not allowed, and of an error of the database no values', () => {
    const err = Object.assign(new Error('duplicate key (email)=(minna@example.fi)'), {
      driverError: { code: '23505', constraint: 'client_email', detail: 'minna' },
    });
    const line = allowedFields({ route: '/x', body: { name: 'Minna' }, url: '/x?name=Minna', err });
    expect(Object.keys(line)).toEqual(['route', 'err']);
    expect(line['err']).toMatchObject({ code: '23505', constraint: 'client_email', message: 'the database refused a statement' });
    expect(JSON.stringify(line)).not.toMatch(/minna/i);
  });
});
