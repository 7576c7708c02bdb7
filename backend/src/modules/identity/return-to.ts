/** A page of our own origin: one slash, then no second one, no backslash, nothing that a browser drops while reading. */
const SAFE = /^\/(?![/\\])[^\\\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]*$/;
const LONGEST = 2000;

// Anything would do: it only has to be an origin that no page can have.
const anyOrigin = 'https://origin.invalid';

/**
 * Where to go after sign-in: the wanted path when it certainly stays on our own origin, else the fallback.
 * Never a page of the sign-in itself, which would go round in circles.
 */
export function safeReturnTo(wanted: unknown, fallback: string): string {
  if (typeof wanted !== 'string' || wanted.length > LONGEST || !SAFE.test(wanted)) return fallback;
  const decoded = decodedOrNull(wanted);
  if (decoded === null || !SAFE.test(decoded.replaceAll(' ', '+'))) return fallback;
  const url = new URL(wanted, anyOrigin);
  const isOurs = url.origin === anyOrigin && url.pathname.startsWith('/') && !url.pathname.startsWith('//');
  // An encoded slash or dot is read in one way here and in another elsewhere.
  if (/%(2e|2f|5c)/i.test(url.pathname)) return fallback;
  if (!isOurs || /^\/(auth|api)(\/|$)/i.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

function decodedOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
