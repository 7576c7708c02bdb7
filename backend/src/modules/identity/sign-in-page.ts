import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Surface } from '../../platform/access/index.ts';
import { homeOf, type Journey } from './provider-sign-in.ts';
import { failureStatus, type SignInFailureReason } from './sign-in-failure.ts';
import { signInTexts } from './sign-in-texts.ts';

const style =
  'body{margin:0 auto;padding:2rem 1rem;max-width:40rem;font:1.125rem/1.5 "Source Sans 3",system-ui,sans-serif;color:#292929;background:#fff}' +
  'h1{font-size:1.75rem;line-height:1.25}a{color:#2a6ebb}p a{display:inline-block;padding:.5rem 0;margin-right:1.5rem}';

const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'`;

/** Says why the sign-in came to nothing, and offers another try that returns to the same page. */
export function sendSignInPage(surface: Surface, reason: SignInFailureReason, { language, returnTo }: Journey, response: Response): void {
  const { tryAgain, back, reasons } = signInTexts[language];
  const { title, text } = reasons[reason];
  const again = `/auth/${surface.toLowerCase()}/login?${new URLSearchParams({ returnTo, language }).toString()}`;
  response.status(failureStatus[reason]).setHeader('Content-Security-Policy', policy).type('html').send(
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p>` +
      `<p><a href="${escaped(again)}">${escaped(tryAgain)}</a><a href="${homeOf[surface]}">${escaped(back)}</a></p></main></body></html>`,
  );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
