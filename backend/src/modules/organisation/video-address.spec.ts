import { describe, expect, it } from '@jest/globals';
import { videoAddress } from './video-address.ts';

describe('the address of a sign-language video', () => {
  it.each(['https://www.nasiharju.example/viittomakieli', 'http://127.0.0.1:3001/video', 'http://localhost/video'])(
    'may be %s',
    (address) => {
      expect(videoAddress(address)).toBe(address);
    },
  );

  it.each([
    'http://www.nasiharju.example/viittomakieli',
    'javascript:alert(1)',
    'data:text/html,video',
    'https://user:secret@www.nasiharju.example/',
    'http://127.0.0.1.example/video',
    '//www.nasiharju.example/video',
    'viittomakieli',
    `https://www.nasiharju.example/${'a'.repeat(500)}`,
  ])('may not be %s', (address) => {
    expect(() => videoAddress(address)).toThrow(expect.objectContaining({ code: 'VIDEO_ADDRESS_INVALID' }));
  });
});
