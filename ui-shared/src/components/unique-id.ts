let last = 0;

/** An id for labels and descriptions, unique in the document. */
export function uniqueId(prefix: string): string {
  last += 1;
  return `v-${prefix}-${last}`;
}
