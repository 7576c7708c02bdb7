/** One message that left the product and ended here instead of with somebody. */
export interface Message {
  readonly id: string;
  readonly channel: 'SMS' | 'EMAIL';
  /** Real time of the machine, ISO 8601 in UTC; the product's own clock may stand elsewhere. */
  readonly receivedAt: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string | null;
  readonly text: string;
  readonly sms: SmsSize | null;
  /** The sender's key of an SMS, the Message-ID of an e-mail. */
  readonly key: string | null;
  /** Content types of an e-mail's parts beyond its text; there should be none. */
  readonly attachments: readonly string[];
}

/** How many parts a text takes on the air, which is what a sender pays for. */
export interface SmsSize {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets or 16-bit units. */
  readonly length: number;
  readonly segments: number;
}

const GSM_BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
const GSM_EXTENDED = new Set('\f^{}\\[~]|€');

/** Measures a text as a phone network would carry it (3GPP TS 23.038). */
export function smsSize(text: string): SmsSize {
  let septets = 0;
  for (const character of text) {
    if (GSM_BASIC.has(character)) septets += 1;
    else if (GSM_EXTENDED.has(character)) septets += 2;
    else return { encoding: 'UCS-2', length: text.length, segments: parts(text.length, 70, 67) };
  }
  return { encoding: 'GSM-7', length: septets, segments: parts(septets, 160, 153) };
}

function parts(length: number, alone: number, chained: number): number {
  return length <= alone ? 1 : Math.ceil(length / chained);
}
