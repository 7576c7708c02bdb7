import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(process.env['CAMPAIGN_BACKEND'] ?? fileURLToPath(new URL('../../dist', import.meta.url)));

/** A file of the built product: the workers and this process are the same program. A backend built elsewhere is named by CAMPAIGN_BACKEND. */
export function built(path: string): string {
  return resolve(folder, path);
}

/** One of its modules. */
export async function product<T>(path: string): Promise<T> {
  return (await import(built(path))) as T;
}
