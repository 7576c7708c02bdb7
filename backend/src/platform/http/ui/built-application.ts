import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Response } from 'express';
import { type PageFacts, withFacts } from './page-facts.ts';

const hashedFile = /[-.][A-Z0-9]{8}\.[a-z0-9]+$/;
const placeholder = /__CSP_NONCE__/g;

const notBuilt = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not built</title>
<h1>This application is not built yet</h1><p>Run <code>npm run build</code> in the project's folder and load this page again.</p></html>`;

/** The files of one built application, and its start page for every other path. */
export class BuiltApplication {
  private page: { readonly changedAt: number; readonly text: string } | null = null;

  constructor(private readonly directory: string | null) {}

  /**
   * @param path within the application, starting with a slash; checked against dot segments before
   * @param facts of the organisation at whose host the page is asked for
   */
  async send(path: string, response: Response, facts: () => Promise<PageFacts>): Promise<'SENT' | 'NOT_FOUND'> {
    const lastSegment = path.slice(path.lastIndexOf('/') + 1);
    if (path === '/index.html' || !lastSegment.includes('.')) return this.sendPage(response, await facts());
    if (path === '/ngsw.json') return this.sendFileList(response, await facts());
    return this.directory === null ? 'NOT_FOUND' : sendFile(this.directory, path, response);
  }

  private async sendPage(response: Response, facts: PageFacts): Promise<'SENT'> {
    const nonce: unknown = response.locals['nonce'];
    const text = await this.pageText(facts);
    // Kept by nobody without asking: a new version must reach the browser at its next start.
    response.setHeader('Cache-Control', typeof nonce === 'string' ? 'no-store' : 'no-cache');
    if (text === null) response.status(503);
    response.type('html').send((text ?? notBuilt).replace(placeholder, typeof nonce === 'string' ? nonce : ''));
    return 'SENT';
  }

  /** The service worker refuses a page whose hash is not the one in its list, and here each organisation's page is another one. */
  private async sendFileList(response: Response, facts: PageFacts): Promise<'SENT' | 'NOT_FOUND'> {
    const page = await this.pageText(facts);
    const list = this.directory === null ? null : await readFile(join(this.directory, 'ngsw.json'), 'utf8').catch(() => null);
    if (page === null || list === null) return 'NOT_FOUND';
    const hash = createHash('sha1').update(page).digest('hex');
    response.setHeader('Cache-Control', 'no-cache');
    response.type('json').send(list.replace(/("\/index\.html": ?")[0-9a-f]{40}"/, `$1${hash}"`));
    return 'SENT';
  }

  private async pageText(facts: PageFacts): Promise<string | null> {
    if (this.directory === null) return null;
    const file = join(this.directory, 'index.html');
    const changedAt = await stat(file).then(
      (found) => found.mtimeMs,
      () => null,
    );
    if (changedAt === null) return null;
    if (this.page?.changedAt !== changedAt) this.page = { changedAt, text: await readFile(file, 'utf8') };
    return withFacts(this.page.text, facts);
  }
}

function sendFile(directory: string, path: string, response: Response): Promise<'SENT' | 'NOT_FOUND'> {
  // The name of a hashed file changes with its content; the others are asked for again each time.
  const cacheControl = hashedFile.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return new Promise((resolve, reject) => {
    response.setHeader('Cache-Control', cacheControl);
    response.sendFile(
      path.slice(1),
      { root: directory, dotfiles: 'deny', cacheControl: false, index: false },
      (error?: Error & { statusCode?: number; code?: string }) => {
        if (error === undefined) return resolve('SENT');
        // The browser went away in the middle: nothing is left to answer.
        if (response.headersSent || error.code === 'ECONNABORTED') return resolve('SENT');
        return error.statusCode === 404 || error.statusCode === 403 ? resolve('NOT_FOUND') : reject(error);
      },
    );
  });
}
