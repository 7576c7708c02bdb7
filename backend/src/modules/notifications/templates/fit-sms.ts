import { smsSizeOf } from './sms-size.ts';

/**
 * The text with as much of the portal's name as costs no further SMS. Of all values only the name may be shortened: by whole words from its
 * end, and by writing letters that the phone network lacks without their marks. When even its first word does not help, the name stays whole.
 */
export function fitSms(render: (portalName: string) => string, portalName: string): string {
  const texts = shorterNames(portalName).map(render);
  const fewest = Math.min(...texts.map((text) => smsSizeOf(text).segments));
  return texts.find((text) => smsSizeOf(text).segments === fewest) ?? render(portalName);
}

/** The whole name first, its first word last. */
function shorterNames(name: string): string[] {
  const plain = plainLetters(name);
  const words = plain.split(' ').filter((word) => word !== '');
  const beginnings = words.map((_, cut) =>
    words
      .slice(0, words.length - cut)
      .join(' ')
      .replace(/[\s,:;/–-]+$/u, ''),
  );
  return [name, plain, ...beginnings.filter((beginning) => beginning !== '')];
}

/** One letter outside GSM-7 makes all of a message UCS-2, with less than half the room. */
function plainLetters(name: string): string {
  return [...name.replaceAll(/[\u2010-\u2015]/gu, '-').replaceAll(/[\u2018\u2019]/gu, "'")].map(plainLetter).join('');
}

const withoutMark: Readonly<Record<string, string>> = { đ: 'd', Đ: 'D', ŋ: 'n', Ŋ: 'N', ŧ: 't', Ŧ: 'T', ʒ: 'z', Ʒ: 'Z' };

function plainLetter(letter: string): string {
  if (smsSizeOf(letter).encoding === 'GSM-7') return letter;
  const bare = withoutMark[letter] ?? letter.normalize('NFKD').replaceAll(/\p{Mark}/gu, '');
  return smsSizeOf(bare).encoding === 'GSM-7' ? bare : letter;
}
