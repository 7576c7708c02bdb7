import fc from 'fast-check';
import { networkOf } from './network-of.ts';

describe('the network that a limit counts by', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::ffff:c000:207', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8::5:6:7:8', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['::1', '0:0:0:0'],
    ['', ''],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('is one, whichever address of it comes and however its zeros are left out', () => {
    const group = fc.oneof(
      fc.constant('0'),
      fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16)),
    );
    const network = fc.tuple(
      fc.integer({ min: 0x2000, max: 0x3fff }).map((value) => value.toString(16)),
      group,
      group,
      group,
    );
    fc.assert(
      fc.property(network, fc.tuple(group, group, group, group), (first, last) => {
        const full = [...first, ...last].join(':');
        // The URL parser shortens as the standard of addresses demands.
        const shortened = new URL(`http://[${full}]/`).hostname.slice(1, -1);
        expect(networkOf(shortened)).toBe(networkOf(full));
        expect(networkOf(full)).toBe(first.join(':'));
      }),
    );
  });
});
