/** The address of a generated operation with its places filled in: `addressOf(readService.PATH, { slug })`. */
export function addressOf(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(values[name] ?? ''));
}
