import fc from 'fast-check';
import { disclosureOfAbsence, disclosureOfOtherWork, disclosureOfReservation, type Disclosure } from './disclosure-rules.ts';

const visibility = fc.constantFrom<Disclosure>('FULL', 'TYPE', 'BUSY');

describe('a reservation in a calendar', () => {
  it('names the client exactly to those who may read the reservation', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), visibility, (mayReadClients, mayReadType, shown) => {
        expect(disclosureOfReservation({ mayReadClients, mayReadType, visibility: shown }) === 'FULL').toBe(mayReadClients);
      }),
    );
  });

  it.each([
    ['a colleague of the service', true, 'TYPE', 'TYPE'],
    ['a colleague of the service, of a type that is open to colleagues', true, 'FULL', 'TYPE'],
    ['a colleague of the service, of a private type', true, 'BUSY', 'BUSY'],
    ['an employee of another service', false, 'FULL', 'BUSY'],
  ] as const)('to %s is shown as far as the type allows', (_who, mayReadType, shown, expected) => {
    expect(disclosureOfReservation({ mayReadClients: false, mayReadType, visibility: shown })).toBe(expected);
  });
});

describe('time without clients', () => {
  const nobody = { own: false, supervised: false, colleague: false };
  it.each([
    ['its owner', { ...nobody, own: true }, 'BUSY', 'FULL'],
    ['the supervisor', { ...nobody, supervised: true }, 'TYPE', 'FULL'],
    ['the supervisor, of private time', { ...nobody, supervised: true, colleague: true }, 'BUSY', 'BUSY'],
    ['a colleague', { ...nobody, colleague: true }, 'TYPE', 'TYPE'],
    ['a colleague, of private time', { ...nobody, colleague: true }, 'BUSY', 'BUSY'],
    ['the booking desk', nobody, 'FULL', 'BUSY'],
  ] as const)('to %s', (_who, sight, shown, expected) => {
    expect(disclosureOfOtherWork({ ...sight, visibility: shown })).toBe(expected);
  });

  it('an absence is neutral to all but the person and the supervisor', () => {
    expect([
      disclosureOfAbsence(nobody),
      disclosureOfAbsence({ ...nobody, own: true }),
      disclosureOfAbsence({ ...nobody, supervised: true }),
    ]).toEqual(['BUSY', 'FULL', 'FULL']);
  });
});
