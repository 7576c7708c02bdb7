import { isIPv6 } from 'node:net';

const networkGroups = 4;
const allGroups = 8;

/**
 * What counts as one caller: an IPv4 address, or the IPv6 network of 64 bits that one subscriber has whole. However an address is
 * shortened, the network is written in one way only.
 */
export function networkOf(ip: string): string {
  const address = ip.split('%')[0] ?? '';
  if (!isIPv6(address)) return address;
  const groups = expanded(address);
  const [high = '0', low = '0'] = groups.slice(-2);
  const isMappedIpv4 = groups.slice(0, 5).every((group) => group === '0') && groups[5] === 'ffff';
  if (isMappedIpv4) return [...bytesOf(high), ...bytesOf(low)].join('.');
  return groups.slice(0, networkGroups).join(':');
}

/** Eight groups without leading zeros. */
function expanded(address: string): string[] {
  const [before = '', after] = address.split('::').map(withoutDots);
  const [head, tail] = [groupsOf(before), groupsOf(after ?? '')];
  const zeros = Array<string>(after === undefined ? 0 : allGroups - head.length - tail.length).fill('0');
  return [...head, ...zeros, ...tail].map((group) => parseInt(group, 16).toString(16));
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));

/** An IPv4 address at the end as the two groups that it stands for. */
function withoutDots(text: string): string {
  return text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
}

function bytesOf(group: string): number[] {
  const value = parseInt(group, 16);
  return [value >> 8, value & 255];
}
