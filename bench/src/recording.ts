import { readFileSync, statSync } from 'node:fs';
import type pg from 'pg';

/** A statement as PostgreSQL received it. Without parameters it came by the simple protocol. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly (string | null)[] | null;
}

const entryStart = /^\d{4}-\d\d-\d\d [\d:.]+ UTC \[\d+\] (\w+): {2}(.*)$/;
const settleMillis = 100;

/**
 * The statements that PostgreSQL itself says it was sent while the work ran: its log is the witness, so what the bench repeats
 * cannot drift from what the product does. Nobody else may use the server meanwhile.
 */
export async function record(admin: pg.Client, logFile: string, work: () => Promise<void>): Promise<readonly Statement[]> {
  await setLogging(admin, 'all');
  const from = statSync(logFile).size;
  await work();
  const to = statSync(logFile).size;
  await setLogging(admin, 'none');
  return statementsIn(readFileSync(logFile).subarray(from, to).toString('utf8'));
}

async function setLogging(admin: pg.Client, what: 'all' | 'none'): Promise<void> {
  await admin.query(`ALTER SYSTEM SET log_statement = '${what}'`);
  await admin.query('SELECT pg_reload_conf()');
  // Sessions read the setting when their next command comes, once the signal has reached them.
  await new Promise((resolve) => setTimeout(resolve, settleMillis));
}

/** Reads the lines of a server log, in their order. */
export function statementsIn(log: string): readonly Statement[] {
  const statements: Statement[] = [];
  for (const { level, text } of entriesOf(log)) {
    const simple = /^statement: ([\s\S]*)$/.exec(text)?.[1];
    const extended = /^execute [^:]+: ([\s\S]*)$/.exec(text)?.[1];
    const values = level === 'DETAIL' ? /^Parameters: ([\s\S]*)$/i.exec(text)?.[1] : undefined;
    const last = statements.at(-1);
    if (simple !== undefined) statements.push({ text: simple, parameters: null });
    else if (extended !== undefined) statements.push({ text: extended, parameters: [] });
    else if (values !== undefined && last !== undefined)
      statements[statements.length - 1] = { text: last.text, parameters: parametersIn(values) };
  }
  return statements;
}

function entriesOf(log: string): { level: string; text: string }[] {
  const entries: { level: string; text: string }[] = [];
  for (const line of log.split('\n')) {
    const [, level, text] = entryStart.exec(line) ?? [];
    const last = entries.at(-1);
    if (level !== undefined && text !== undefined) entries.push({ level, text });
    // PostgreSQL indents what goes on with a tab.
    else if (last !== undefined && line.startsWith('\t')) last.text += `\n${line.slice(1)}`;
  }
  return entries;
}

/** `$1 = 'it''s', $2 = NULL` → ["it's", null]. */
export function parametersIn(text: string): readonly (string | null)[] {
  return [...text.matchAll(/\$\d+ = (?:NULL|'((?:[^']|'')*)')/g)].map(([, quoted]) =>
    quoted === undefined ? null : quoted.replaceAll("''", "'"),
  );
}
