const shownLines = 12;
const contextLines = 3;

/** Where two texts begin to differ, with a few lines around it, `-` for the first and `+` for the second; null when they are equal. */
export function firstDifference(before: string, after: string): string | null {
  if (before === after) return null;
  const [left, right] = [before.split('\n'), after.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  const start = at === -1 ? left.length : at;
  const common = left.slice(Math.max(0, start - contextLines), start).map((line) => `  ${line}`);
  const removed = left
    .slice(start, start + shownLines)
    .filter((line) => !right.includes(line))
    .map((line) => `- ${line}`);
  const added = right
    .slice(start, start + shownLines)
    .filter((line) => !left.includes(line))
    .map((line) => `+ ${line}`);
  return [`@@ line ${start + 1} @@`, ...common, ...removed, ...added].join('\n');
}
