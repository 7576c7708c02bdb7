import { describe, expect, it } from '@jest/globals';
import { safeReturnTo } from './return-to.ts';

const hostile: readonly unknown[] = [
  undefined,
  null,
  5,
  ['/a'],
  {},
  '',
  'x',
  'reservations',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  'https://evil.example',
  'HTTPS:evil.example',
  'https:/evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  ' //evil.example',
  ' /reservations',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\nSet-Cookie: a=b',
  '\t//evil.example',
  '/a\u0000b',
  '/%2f/evil.example'.replace('/%2f', '%2f%2f'),
  '/%2fevil.example',
  '/%2Fevil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  '/%0d%0aSet-Cookie:a=b',
  '/%00',
  '/%',
  '/./%2fevil.example/..%2f..',
  '/..//evil.example',
  '/.//evil.example',
  '/a/..//evil.example',
  '/a\\..\\\\evil.example',
  '/\u200b/evil.example',
  '/\u2028/evil.example',
  '\ufeff//evil.example',
  '@evil.example',
  '/auth/citizen/logout',
  '/auth',
  '/AUTH/citizen/login',
  '/api/v1/citizen/profile',
  '/x/../auth/citizen/login',
  `/${'a'.repeat(3000)}`,
  '.evil.example',
  ':80',
  '?x=1',
  '#x',
];

describe('where the sign-in returns to', () => {
  it.each(hostile.map((value) => [JSON.stringify(value) ?? 'undefined', value]))('refuses %s', (_name, value) => {
    expect(safeReturnTo(value, '/start')).toBe('/start');
  });

  it.each([
    '/',
    '/reservations',
    '/employee/calendar/week?date=2026-11-24',
    '/times?from=2026-11-24&unit=a%20b#list',
    '/palvelut/p%C3%A4iv%C3%A4',
  ])('keeps %s', (path) => {
    expect(safeReturnTo(path, '/start')).toBe(path);
  });
});
