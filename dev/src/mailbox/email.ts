/** What of an e-mail a person would read. */
export interface Email {
  readonly subject: string;
  readonly messageId: string | null;
  readonly text: string;
  readonly attachments: readonly string[];
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Reads a message as our own sender writes it (RFC 5322, 2045–2047): enough to see what was sent, no more. */
export function readEmail(raw: Buffer): Email {
  const message = split(raw);
  const leaves = leavesOf(message);
  const text = leaves.find((leaf) => typeOf(leaf) === 'text/plain') ?? leaves[0] ?? message;
  return {
    subject: decodeWords(message.headers.get('subject') ?? ''),
    messageId: message.headers.get('message-id') ?? null,
    text: content(text).toString('utf8').replaceAll('\r\n', '\n').trimEnd(),
    attachments: leaves.filter((leaf) => leaf !== text).map(typeOf),
  };
}

function split(raw: Buffer): Part {
  const end = raw.indexOf('\r\n\r\n');
  const head = (end < 0 ? raw : raw.subarray(0, end)).toString('utf8').replaceAll(/\r\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: end < 0 ? Buffer.alloc(0) : raw.subarray(end + 4) };
}

function typeOf(part: Part): string {
  return (part.headers.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ?? 'text/plain';
}

function leavesOf(part: Part): Part[] {
  const boundary = /boundary="?([^";]+)"?/i.exec(part.headers.get('content-type') ?? '')?.[1];
  if (!typeOf(part).startsWith('multipart/') || boundary === undefined) return [part];
  // latin1 keeps every byte as it is while the text is cut.
  const pieces = part.body
    .toString('latin1')
    .split(`--${boundary}`)
    .slice(1)
    .filter((piece) => !piece.startsWith('--'));
  return pieces.flatMap((piece) => leavesOf(split(Buffer.from(piece.replace(/^\r\n/, '').replace(/\r\n$/, ''), 'latin1'))));
}

function content(part: Part): Buffer {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '7bit').toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body.toString('latin1'), 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(part.body.toString('latin1').replaceAll(/=[ \t]*\r\n/g, ''));
  return part.body;
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text.replaceAll(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Encoded words of headers; adjacent ones belong together, as a letter may be cut between them. */
function decodeWords(header: string): string {
  return header
    .replaceAll(/(=\?[^?]+\?[BQ]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replaceAll(/(?:=\?[^?]+\?[BQ]\?[^?]*\?=)+/gi, (run) =>
      Buffer.concat(
        [...run.matchAll(/=\?[^?]+\?([BQ])\?([^?]*)\?=/gi)].map(([, kind = '', data = '']) =>
          kind.toUpperCase() === 'B' ? Buffer.from(data, 'base64') : quotedPrintable(data.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    );
}
