const FORM = /^(\d{6})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])$/;
const CHECK_CHARACTERS = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** What is typed as a personal identity code, right or not: a name never begins with six digits. */
export function looksLikeIdentityCode(text: string): boolean {
  return /^\d{6}/.test(withoutSpaces(text));
}

/** Without spaces and in capitals; null when no such code can exist. The server has the last word. */
export function readIdentityCode(text: string): string | null {
  const code = withoutSpaces(text);
  const [, birth = '', , number = '', check = ''] = FORM.exec(code) ?? [];
  return check !== '' && CHECK_CHARACTERS[Number(birth + number) % CHECK_CHARACTERS.length] === check ? code : null;
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase();
}
