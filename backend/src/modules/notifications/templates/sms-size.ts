/** How a text travels as SMS (3GPP TS 23.038): one character outside GSM-7 makes all of it UCS-2, with less than half the room. */
export interface SmsSize {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets of GSM-7, where some characters take two, or UTF-16 code units. */
  readonly length: number;
  /** Messages that the text is cut into; each is paid for. */
  readonly segments: number;
}

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Escaped: two septets each. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** Encoding, length and number of segments of a text as SMS. The empty text has no segment. */
export function smsSizeOf(text: string): SmsSize {
  const weights: number[] = [...text].map((character) => (BASIC.has(character) ? 1 : EXTENDED.has(character) ? 2 : 0));
  if (weights.includes(0)) return { encoding: 'UCS-2', length: text.length, segments: segmentsOf(unitsOf(text), 70, 67) };
  const length = weights.reduce((sum, weight) => sum + weight, 0);
  return { encoding: 'GSM-7', length, segments: segmentsOf(weights, 160, 153) };
}

/** Code units of each character: a surrogate pair may not be torn apart. */
function unitsOf(text: string): number[] {
  return [...text].map((character) => character.length);
}

function segmentsOf(weights: readonly number[], alone: number, chained: number): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return 0;
  if (total <= alone) return 1;
  let segments = 1;
  let used = 0;
  for (const weight of weights) {
    // An escape sequence is not torn apart either, so a segment may end one short.
    if (used + weight > chained) {
      segments += 1;
      used = 0;
    }
    used += weight;
  }
  return segments;
}
