import { cpus } from 'node:os';
import type pg from 'pg';
import type { Ratio } from './statistics.ts';

export interface Result {
  readonly what: string;
  readonly unit: 'ms' | '/s';
  /** What the two numbers are, product first. */
  readonly sides: readonly [product: string, bare: string];
  readonly ratio: Ratio;
  /** null: informative only. */
  readonly floor: number | null;
  readonly goal: number | null;
  /** Whether a smaller ratio is the better one. */
  readonly better: 'smaller' | 'greater';
}

export type Verdict = 'goal' | 'floor' | 'MISSED' | 'REFUSED' | '';

export function verdictOf({ ratio, floor, goal, better }: Result): Verdict {
  if (ratio.kind === 'refused') return 'REFUSED';
  if (floor === null || goal === null) return '';
  const reaches = (limit: number): boolean => (better === 'smaller' ? ratio.value <= limit : ratio.value >= limit);
  if (reaches(goal)) return 'goal';
  return reaches(floor) ? 'floor' : 'MISSED';
}

/** The one table: both numbers of each ratio, so that nobody has to believe the ratio. */
export function tableOf(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { ratio, unit, sides, floor, goal } = result;
    const number = (value: number): string => (unit === 'ms' ? value.toFixed(2) : value.toFixed(0));
    return [
      result.what,
      `${sides[0]} ${number(ratio.product)} ${unit}`,
      `${sides[1]} ${number(ratio.bare)} ${unit}`,
      ratio.kind === 'ratio' ? ratio.value.toFixed(2) : '–',
      `${(ratio.spread * 100).toFixed(0)} %`,
      floor === null ? '–' : String(floor),
      goal === null ? '–' : String(goal),
      verdictOf(result),
    ];
  });
  return aligned([['Benchmark', 'Product', 'Bare', 'Ratio', 'Rounds differ', 'Floor', 'Goal', 'Reached'], ...rows]);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]): string => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...body.map(line)].join('\n');
}

/** What the numbers depend on; nothing that would tell whose machine it was. */
export async function machineFacts(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ version: string; fsync: string; commit: string; pages: string }>(
    `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commit,
            current_setting('full_page_writes') AS pages`,
  );
  const [facts] = rows;
  if (facts?.fsync !== 'on' || facts.commit !== 'on' || facts.pages !== 'on')
    throw new Error('The bench measures durable commits only: fsync, full_page_writes and synchronous_commit must be on.');
  return `${cpus().length} cores · Node ${process.versions.node} · PostgreSQL ${facts.version} · fsync, full_page_writes and synchronous_commit on`;
}
