import type pg from 'pg';
import type { Statement } from './recording.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The values by which one execution differs from another, under the same names in each. */
export type Particulars = Readonly<Record<string, string>>;

/** A recorded request together with what was particular about it. */
export interface Recorded {
  readonly statements: readonly Statement[];
  readonly particulars: Particulars;
}

const recordings = 4;

/**
 * Records a request until two in a row ran the same statements: what is read once a minute (the organisation of a host) may fall
 * into one of them.
 * @throws Error when no two agree: then no recording stands for the others
 */
export async function recordTwice(once: () => Promise<Recorded>): Promise<readonly [Recorded, Recorded]> {
  let last = await once();
  for (let made = 1; made < recordings; made += 1) {
    const next = await once();
    if (firstDifference(last, next) === null) return [last, next];
    last = next;
  }
  throw new Error('The same request runs other statements each time.');
}

type Part = { readonly literal: string } | { readonly particular: string } | { readonly newId: string };

interface Template {
  readonly text: string;
  readonly parameters: readonly (readonly Part[] | null)[] | null;
}

/** A request whose statements can be run again for other people and times, with new ids where the product makes new ones. */
export class Replay {
  private readonly templates: readonly Template[];
  private readonly newId: () => string;

  /**
   * @param first what is repeated
   * @param second the same request with other particulars: ids that only one of the two has are those that the product makes anew
   * @throws Error when the product ran other statements for the second: then the recording stands for nothing
   */
  constructor(first: Recorded, second: Recorded, newId: () => string) {
    const different = firstDifference(first, second);
    if (different !== null) throw new Error(`Two requests of a kind ran different statements, from number ${different + 1} on.`);
    requireWholeTransactions(first.statements);
    const made = new Set(idsOf(first));
    for (const id of idsOf(second)) made.delete(id);
    this.templates = first.statements.map(({ text, parameters }) => ({
      text,
      parameters: parameters?.map((value) => (value === null ? null : partsOf(value, first.particulars, made))) ?? null,
    }));
    this.newId = newId;
  }

  get statements(): number {
    return this.templates.length;
  }

  /** Runs the statements one after the other, as the product does. Any error ends it. */
  async run(client: pg.Client, particulars: Particulars): Promise<void> {
    const made = new Map<string, string>();
    for (const { text, parameters } of this.templates) {
      if (parameters === null) await client.query(text);
      else
        await client.query(
          text,
          parameters.map((parts) => (parts === null ? null : parts.map((part) => this.valueOf(part, particulars, made)).join(''))),
        );
    }
  }

  private valueOf(part: Part, particulars: Particulars, made: Map<string, string>): string {
    if ('literal' in part) return part.literal;
    if ('particular' in part) return particulars[part.particular] ?? '';
    const id = made.get(part.newId) ?? this.newId();
    made.set(part.newId, id);
    return id;
  }
}

function firstDifference(first: Recorded, second: Recorded): number | null {
  const longer = Math.max(first.statements.length, second.statements.length);
  for (let index = 0; index < longer; index += 1) if (first.statements[index]?.text !== second.statements[index]?.text) return index;
  return null;
}

function idsOf({ statements, particulars }: Recorded): string[] {
  const known = new Set(Object.values(particulars));
  return statements
    .flatMap(({ parameters }) => (parameters ?? []).flatMap((value) => value?.match(uuid) ?? []))
    .filter((id) => !known.has(id));
}

function partsOf(value: string, particulars: Particulars, made: ReadonlySet<string>): readonly Part[] {
  const names = new Map(Object.entries(particulars).map(([name, text]) => [text, name]));
  const parts: Part[] = [];
  let rest = value;
  while (rest !== '') {
    const found = [...names.keys(), ...made]
      .map((text) => ({ text, at: rest.indexOf(text) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at)[0];
    if (found === undefined) return [...parts, { literal: rest }];
    const name = names.get(found.text);
    if (found.at > 0) parts.push({ literal: rest.slice(0, found.at) });
    parts.push(name === undefined ? { newId: found.text } : { particular: name });
    rest = rest.slice(found.at + found.text.length);
  }
  return parts.length === 0 ? [{ literal: '' }] : parts;
}

function requireWholeTransactions(statements: readonly Statement[]): void {
  let open = 0;
  for (const { text } of statements) {
    if (/^(START TRANSACTION|BEGIN)\b/i.test(text)) open += 1;
    if (/^(COMMIT|ROLLBACK)\s*;?$/i.test(text)) open -= 1;
    if (open < 0 || open > 1) throw new Error('The recording mixes transactions: somebody else used the server meanwhile.');
  }
  if (open !== 0 || statements.length === 0) throw new Error('The recording is not whole.');
}
