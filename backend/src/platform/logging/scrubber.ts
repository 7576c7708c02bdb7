const identityCode = /\b\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]\b/gi;
// Not after a slash: there stands the scope of a package, in the places of an error.
const email = /[^\s@"'<>()[\]]*[^\s@"'<>()[\]/]@[^\s@"'<>()[\]]+\.[^\s@"'<>()[\].]+/g;
const phone = /(?<![\w.-])(?:\+\d[\d ()-]{6,18}\d|0\d[\d -]{5,13}\d)(?![\w-])/g;

/** Takes identity codes, e-mail addresses and phone numbers out of a text: the second net, should one get past the allowed fields. */
export function scrubbed(text: string): string {
  return text.replace(identityCode, '[identity code]').replace(email, '[e-mail]').replace(phone, '[phone]');
}
