import { newId, type SeededRandom } from '../../kernel/index.ts';
import type { Operation, Parameter, Schema } from './operations.ts';

export interface RawRequest {
  readonly method: string;
  /** Path and query exactly as they go onto the wire. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What exists, by the name of a field or by the noun of an address: so that not every request ends at "not found". */
export interface KnownIds {
  of(name: string): readonly string[];
}

const hostileTexts = [
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u200b',
  '🏳️‍🌈'.repeat(40),
  'ä'.repeat(600),
  "' OR 1=1 --",
  '%',
  '${7*7}',
  '../../etc/passwd',
  '<script>',
  'null',
  'NaN',
  '-0',
  '1e400',
  '٣',
  '=cmd()',
  'x\r\nSet-Cookie: a=b',
  '__proto__',
  '\\',
  '"',
  '\u0085',
  'İ',
  'ß'.repeat(100),
  '0'.repeat(5000),
];
const hostileIds = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '019ab0c2-6f0e-0c3a-9d54-2f6b8a1e7d10',
  '019AB0C2-6F0E-7C3A-9D54-2F6B8A1E7D10',
  '{019ab0c2-6f0e-7c3a-9d54-2f6b8a1e7d10}',
  '019ab0c26f0e7c3a9d542f6b8a1e7d10',
  '1',
  'me',
];
const hostileDates = [
  '9999-12-31',
  '10000-01-01',
  '0000-00-00',
  '0001-01-01',
  '2026-02-30',
  '2026-13-01',
  '+012026-01-01',
  '-000001-01-01',
  '2027-03-28',
  '2026-10-25',
  '1900-02-29',
  '275760-09-13',
];
const hostileInstants = [
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '2026-10-25T03:30:00+02:00',
  '2027-03-28T03:30:00Z',
  '2026-11-24T24:00:00Z',
  '2026-11-24T10:00:00',
  '2026-11-24T10:00:60Z',
  '2026-W48-2T10:00:00Z',
  '2026-11-24T10:00:00+99:99',
  '2026-11-24T10:00:00.123456789Z',
  '+275760-09-13T00:00:00.000Z',
  '2026-328T10:00:00Z',
  '2026-11-24',
  '0001-01-01T00:00:00+14:00',
];
const hostileNumbers = [-1, 0, 0.5, 1e9, 2 ** 31, 2 ** 53, -(2 ** 31), 1e308, 32_768, -0];
const cursors = [
  'WzEsMl0',
  'W10',
  'e30',
  'bnVsbA',
  '!!',
  'WyJhIiwiYiJd',
  'WyIyMDI2LTExLTI0VDA4OjAwOjAwLjAwMFoiLCJub3QtYW4taWQiXQ',
  'WyJpbmZpbml0eSIsIjAxOWFiMGMyLTZmMGUtN2MzYS05ZDU0LTJmNmI4YTFlN2QxMCJd',
  'WyI5OTk5OS0wMS0wMVQwMDowMDowMFoiLCIwMTlhYjBjMi02ZjBlLTdjM2EtOWQ1NC0yZjZiOGExZTdkMTAiXQ',
  'A'.repeat(1001),
  'W251bGwsbnVsbF0',
  'WyIiLCIiXQ',
  '%00',
];
const hostileBodies = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '1',
  'true',
  '{"a":1,}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `{"a":"${'x'.repeat(110_000)}"}`,
  '\ufeff{}',
  '{"a":NaN}',
  '[{}]',
  '{"toString":1,"hasOwnProperty":1,"then":1}',
  `[${'1,'.repeat(40_000)}1]`,
];
const hostileHeaders: Readonly<Record<string, readonly string[]>> = {
  'Idempotency-Key': ['', 'short', 'ä'.repeat(20), 'a'.repeat(101), '../../../../../../etc', "'; DROP TABLE--------"],
  'If-Match': ['', '*', 'W/"1"', '1', '"1", "2"', '"-1"', '"99999999999999999999"', '"999999999"', '"ä"'],
  'Content-Type': [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=utf-16',
    'multipart/form-data',
    'application/json;charset=UTF-8',
    '',
    'ÿ',
  ],
  'Content-Encoding': ['gzip', 'br', 'ÿ'],
  'X-Request-Id': ['ÿÿÿÿÿÿÿÿÿÿ', 'a'.repeat(5000)],
  Accept: ['text/html', 'application/xml;q=0', 'ÿ', '*/*;q=2'],
  'Accept-Language': ['ÿ', 'xx', 'sv,fi;q=0.1', 'a'.repeat(3000)],
  'X-Forwarded-Host': ['evil.example'],
  'X-Forwarded-For': ['ÿ', '::1, 1.2.3.4', "'"],
  Range: ['bytes=0-'],
  Cookie: ['__Host-tyo=', '__Host-asiointi=s:a.b', 'ÿ=ÿ', '__Host-tyo=s%3Aabc.def; __Host-tyo=%'],
};

/** A request that the document allows. */
export function fittingRequest(operation: Operation, known: KnownIds, random: SeededRandom): RawRequest {
  return written(
    operation,
    valuesOf(operation, known, random),
    operation.body === null ? null : JSON.stringify(fitting(operation.body, 'body', known, random)),
    {},
  );
}

/** A request that differs from a fitting one in one or more ways that nobody foresaw, or perhaps somebody did. */
export function hostileRequest(operation: Operation, known: KnownIds, random: SeededRandom): RawRequest {
  const values = valuesOf(operation, known, random);
  let body = operation.body === null ? null : JSON.stringify(fitting(operation.body, 'body', known, random));
  const headers: Record<string, string> = {};
  for (let made = random.int(1, 2); made > 0; made -= 1) {
    const place = random.int(0, 9);
    if (place <= 3 && values.length > 0) bend(random.pick(values), known, random);
    else if (place <= 7 && operation.body !== null) body = bentBody(operation.body, known, random);
    else if (place === 8)
      values.push({
        name: random.pick(['limit', 'cursor', '__proto__', 'constructor', 'a[b]', 'ä', '']),
        in: 'query',
        texts: [random.pick(hostileTexts)],
      });
    else {
      const name = random.pick(Object.keys(hostileHeaders));
      headers[name] = random.pick(hostileHeaders[name] ?? ['']);
    }
  }
  return written(operation, values, body, headers);
}

interface Value {
  readonly name: string;
  readonly in: Parameter['in'];
  schema?: Schema;
  /** More than one: the parameter is given several times. */
  texts: string[];
}

function valuesOf(operation: Operation, known: KnownIds, random: SeededRandom): Value[] {
  return operation.parameters
    .filter((parameter) => parameter.required || random.chance(0.4))
    .map((parameter) => {
      const name = parameter.in === 'path' ? nounOf(operation.path) : parameter.name;
      const value = fitting(parameter.schema, name, known, random);
      return {
        name: parameter.name,
        in: parameter.in,
        schema: parameter.schema,
        texts: (Array.isArray(value) ? value : [value]).map(String),
      };
    });
}

/** `/api/v1/reservations/{id}/cancel` → `reservations`: whose id it is. */
function nounOf(path: string): string {
  return /([^/]+)\/\{/.exec(path)?.[1] ?? '';
}

function bend(value: Value, known: KnownIds, random: SeededRandom): void {
  const [first = ''] = value.texts;
  switch (random.int(0, 5)) {
    case 0:
      value.texts = [];
      return;
    case 1:
      value.texts = [first, random.pick([first, random.pick(known.of('')), random.pick(hostileTexts)])];
      return;
    case 2:
      value.texts = Array.from({ length: 150 }, () => random.pick(known.of('')));
      return;
    default:
      value.texts = [String(hostile(value.schema ?? {}, value.name, known, random))];
  }
}

function bentBody(schema: Schema, known: KnownIds, random: SeededRandom): string {
  if (random.chance(0.2)) return random.pick(hostileBodies);
  const value = fitting(schema, 'body', known, random);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(hostile(schema, 'body', known, random));
  const names = Object.keys(schema.properties ?? {});
  const body = { ...value } as Record<string, unknown>;
  const name = names.length === 0 ? 'extra' : random.pick(names);
  if (random.chance(0.15)) delete body[name];
  else if (random.chance(0.15))
    body[random.pick(['status', 'organisationId', 'createdBy', 'version', 'id', 'toString', 'ä'])] = random.pick(hostileTexts);
  else body[name] = hostile(schema.properties?.[name] ?? {}, name, known, random);
  return JSON.stringify(body);
}

/** A value that the schema allows. */
function fitting(schema: Schema, name: string, known: KnownIds, random: SeededRandom): unknown {
  if (schema.nullable === true && random.chance(0.1)) return null;
  if (schema.enum !== undefined) return random.pick(schema.enum);
  switch (schema.type) {
    case 'array':
      return Array.from({ length: random.int(1, 2) }, () => fitting(schema.items ?? {}, name, known, random));
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([member]) => schema.required?.includes(member) === true || random.chance(0.5))
          .map(([member, inner]) => [member, fitting(inner, member, known, random)]),
      );
    case 'boolean':
      return random.chance(0.5);
    case 'number':
    case 'integer':
      return schema.example ?? random.int(schema.minimum ?? 1, schema.maximum ?? 3);
    default:
      return fittingText(schema, name, known, random);
  }
}

function fittingText(schema: Schema, name: string, known: KnownIds, random: SeededRandom): string {
  if (schema.format === 'uuid' || /Ids?(\[\])?$|^(subjects|slug|services|appointment-types)$/.test(name))
    return random.pick(known.of(name));
  if (schema.format === 'date-time')
    return `2026-12-${String(random.int(1, 28)).padStart(2, '0')}T${String(random.int(6, 13)).padStart(2, '0')}:00:00Z`;
  if (schema.format === 'date') return `2026-12-${String(random.int(1, 28)).padStart(2, '0')}`;
  if (name === 'Idempotency-Key') return newId();
  if (name === 'If-Match') return `"${random.int(1, 3)}"`;
  return typeof schema.example === 'string' && random.chance(0.8)
    ? schema.example
    : random.pick(['eroaika', 'Esimerkki', '2026-12', 'teksti']);
}

function hostile(schema: Schema, name: string, known: KnownIds, random: SeededRandom): unknown {
  const deep = Array.from({ length: 300 }).reduce<unknown>((inner) => ({ inner }), 1);
  const wrongTypes = [
    null,
    true,
    [],
    {},
    [[]],
    { length: 3 },
    1e308,
    random.pick(known.of('')),
    [random.pick(known.of(name)), null],
    deep,
    Array.from({ length: 5000 }, () => 'x'),
  ];
  if (random.chance(0.25)) return random.pick(wrongTypes);
  if (schema.type === 'array') return [hostile(schema.items ?? {}, name, known, random), fitting(schema.items ?? {}, name, known, random)];
  if (schema.type === 'object' && schema.properties !== undefined) {
    const member = random.pick(Object.keys(schema.properties));
    const value = fitting(schema, name, known, random) as Record<string, unknown>;
    return { ...value, [member]: hostile(schema.properties[member] ?? {}, member, known, random) };
  }
  if (schema.type === 'number' || schema.type === 'integer') return random.pick(hostileNumbers);
  if (name === 'cursor') return random.pick(cursors);
  if (schema.format === 'uuid') return random.pick(hostileIds);
  if (schema.format === 'date-time') return random.pick([...hostileInstants, ...hostileDates]);
  if (schema.format === 'date' || /date|month|On$/i.test(name)) return random.pick([...hostileDates, '0000-00', '9999-12', '2026-13']);
  return random.pick([...hostileTexts, ...hostileIds, ...hostileDates]);
}

function written(operation: Operation, values: readonly Value[], body: string | null, more: Readonly<Record<string, string>>): RawRequest {
  const path = values
    .filter((value) => value.in === 'path')
    .reduce((text, { name, texts: [first = ''] }) => text.replace(`{${name}}`, encoded(first)), operation.path);
  const query = values
    .filter((value) => value.in === 'query')
    .flatMap(({ name, texts }) => texts.map((text) => `${encoded(name)}=${encoded(text)}`));
  const headers = Object.fromEntries(
    values.filter((value) => value.in === 'header' && value.texts.length > 0).map(({ name, texts }) => [name, sendable(texts.join(', '))]),
  );
  return {
    method: operation.method,
    address: query.length === 0 ? path : `${path}?${query.join('&')}`,
    headers: { ...headers, ...(body === null ? {} : { 'Content-Type': 'application/json' }), ...more },
    body,
  };
}

/** Lone surrogates cannot be written in an address; their bytes can. Not longer than Node itself reads. */
function encoded(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text.slice(0, 2000)) : '%ED%A0%80';
}

/** What a client library lets through in a header: Latin letters without control characters. */
function sendable(text: string): string {
  return [...text]
    .filter((letter) => letter >= ' ' && letter <= 'ÿ' && letter !== '\u007f')
    .join('')
    .slice(0, 6000);
}
