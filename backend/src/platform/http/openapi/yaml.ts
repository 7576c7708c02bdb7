type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Words and forms that YAML would read as something else than text. */
const readOtherwise = /^(?:null|true|false|yes|no|on|off|y|n|~|[-+]?[.\d][\d_.:eE+-]*|0x[\da-f]+|[-+]?\.(inf|nan))$/i;
const plain = /^[A-Za-z_/][\w /.,()+=-]*$/;

/** Order of the outermost members; every other object is sorted by name, so that the text depends on the content alone. */
const firstMembers = ['openapi', 'info', 'servers', 'tags', 'paths', 'components'];

/** A JSON value as YAML. Objects are sorted, texts with anything unusual are quoted as in JSON, which YAML reads the same. */
export function toYaml(value: object): string {
  const document = JSON.parse(JSON.stringify(value)) as { readonly [key: string]: Json };
  const rest = Object.keys(document)
    .filter((key) => !firstMembers.includes(key))
    .sort();
  const keys = [...firstMembers.filter((key) => key in document), ...rest];
  return `${members(document, keys, '').join('\n')}\n`;
}

function members(value: { readonly [key: string]: Json }, keys: readonly string[], indent: string): string[] {
  return keys.flatMap((key) => {
    const member = value[key] ?? null;
    const name = `${indent}${text(key)}:`;
    if (isEmptyOrScalar(member)) return [`${name} ${scalar(member)}`];
    return [name, ...lines(member, `${indent}  `)];
  });
}

function lines(value: Json, indent: string): string[] {
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => itemLines(item, indent));
  const object = value as { readonly [key: string]: Json };
  return members(object, Object.keys(object).sort(), indent);
}

function itemLines(item: Json, indent: string): string[] {
  if (isEmptyOrScalar(item)) return [`${indent}- ${scalar(item)}`];
  const [first = '', ...others] = lines(item, `${indent}  `);
  return [`${indent}- ${first.trimStart()}`, ...others];
}

function isEmptyOrScalar(value: Json): boolean {
  return value === null || typeof value !== 'object' || Object.keys(value).length === 0;
}

function scalar(value: Json): string {
  if (typeof value === 'string') return text(value);
  return Array.isArray(value) ? '[]' : value !== null && typeof value === 'object' ? '{}' : String(value);
}

function text(value: string): string {
  const isPlain = plain.test(value) && !readOtherwise.test(value) && !value.endsWith(' ');
  return isPlain ? value : JSON.stringify(value);
}
