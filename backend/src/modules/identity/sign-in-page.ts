import { createHash } from 'node:crypto';
import type { Response } from 'express';
import type { Surface } from '../../platform/access/index.ts';
import { homeOf, type Journey } from './provider-sign-in.ts';
import { failureStatus, type SignInFailureReason } from './sign-in-failure.ts';
import { signInTexts } from './sign-in-texts.ts';

// The colours and measures of the applications, whose style sheets this page cannot know by name.
const style =
  ':root{color-scheme:light dark;--text:#292929;--ground:#fff;--action:#14605b;--edge:#14524f}' +
  '@media(prefers-color-scheme:dark){:root{--text:#eef2f3;--ground:#14191b;--action:#86d3c6}}' +
  'body{margin:0;border-top:.75rem solid var(--edge);font:1.125rem/1.5 "Source Sans 3","Helvetica Neue",Arial,sans-serif;color:var(--text);background:var(--ground)}' +
  'main{max-width:46rem;margin:0 auto;padding:2rem 1rem}h1{margin:0 0 .75rem;font-size:1.75rem;font-weight:600;line-height:1.2}p{margin:0 0 1rem}' +
  'a{color:var(--action);text-underline-offset:.15em}a:focus-visible{outline:3px solid #ea7125;outline-offset:2px;box-shadow:0 0 0 2px var(--text)}' +
  '.ways{display:flex;flex-wrap:wrap;gap:.75rem}' +
  '.ways a{padding:.5rem 1rem;border:2px solid var(--action);border-radius:6px;font-weight:600;text-decoration:none}' +
  '.ways a:first-child{background:var(--action);color:var(--ground)}';

const styleHash = createHash('sha256').update(style).digest('base64');
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'`;

/** Says why the sign-in came to nothing, and offers another try that returns to the same page; a citizen also finds the way without it. */
export function sendSignInPage(
  surface: Surface,
  reason: SignInFailureReason,
  { language, returnTo, recognition }: Journey,
  response: Response,
): void {
  const { tryAgain, back, cannot, reasons, nothingChanged } = signInTexts[language];
  const isFresh = recognition === 'FRESH';
  const { title, text } = isFresh && reason === 'CANCELLED' ? nothingChanged : reasons[reason];
  const again = `/auth/${surface.toLowerCase()}/login?${new URLSearchParams({ returnTo, language, ...(isFresh ? { fresh: '1' } : {}) }).toString()}`;
  // Who is signed in still goes back to the page that waits, with what was typed there.
  const backTo = isFresh ? returnTo : homeOf[surface];
  const stillHelped =
    surface === 'CITIZEN'
      ? `<p><a href="${escaped(`/sign-in?${new URLSearchParams({ returnTo }).toString()}`)}">${escaped(cannot)}</a></p>`
      : '';
  response
    .status(failureStatus[reason])
    .setHeader('Content-Security-Policy', policy)
    .type('html')
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
        `<title>${escaped(title)}</title><style>${style}</style></head><body><main><h1>${escaped(title)}</h1><p>${escaped(text)}</p>` +
        `<p class="ways"><a href="${escaped(again)}">${escaped(tryAgain)}</a><a href="${escaped(backTo)}">${escaped(back)}</a></p>${stillHelped}</main></body></html>`,
    );
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
