/** How a suite went; a check without single tests counts as one. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Which program's summary a suite ends with. */
export type Summary = 'jest' | 'playwright' | 'node' | 'check';

const NOTHING: Outcome = { passed: 0, failed: 0, skipped: 0 };
// Taken out before anything is matched.
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/**
 * Reads the numbers of a suite from what it printed. A suite that ended badly has at least one failure, and one that ended well
 * without having run anything has one too: tests that are not found must not look like tests that pass.
 */
export function outcomeOf(summary: Summary, output: string, exitCode: number): Outcome {
  if (summary === 'check') return exitCode === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
  const counted = READERS[summary](output.replaceAll(COLOURS, ''));
  if (exitCode !== 0 && counted.failed === 0) return { ...counted, failed: 1 };
  if (counted.passed + counted.failed + counted.skipped === 0) return { ...NOTHING, failed: 1 };
  return counted;
}

const READERS = { jest: readJest, playwright: readPlaywright, node: readNode } as const;

function readJest(output: string): Outcome {
  const tests = numbersIn(lastLine(output, /^Tests: +(.*)$/gm));
  const suites = numbersIn(lastLine(output, /^Test Suites: +(.*)$/gm));
  const failed = tests['failed'] ?? 0;
  return {
    passed: tests['passed'] ?? 0,
    // A file that cannot be loaded has no failed test, but it is a failed suite.
    failed: failed === 0 ? (suites['failed'] ?? 0) : failed,
    skipped: (tests['skipped'] ?? 0) + (tests['todo'] ?? 0),
  };
}

function readPlaywright(output: string): Outcome {
  const count = (word: string): number => Number(lastLine(output, new RegExp(`^ +(\\d+) ${word}\\b`, 'gm')) || 0);
  return {
    passed: count('passed'),
    failed: count('failed') + count('flaky') + count('did not run') + count('interrupted'),
    skipped: count('skipped'),
  };
}

function readNode(output: string): Outcome {
  const count = (word: string): number => Number(lastLine(output, new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, 'gm')) || 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled'), skipped: count('skipped') + count('todo') };
}

function lastLine(output: string, pattern: RegExp): string {
  return [...output.matchAll(pattern)].at(-1)?.[1] ?? '';
}

function numbersIn(line: string): Record<string, number> {
  return Object.fromEntries([...line.matchAll(/(\d+) (\w+)/g)].map(([, count, word]) => [word ?? '', Number(count)]));
}
