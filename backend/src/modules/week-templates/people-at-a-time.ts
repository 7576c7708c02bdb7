/** So that hundreds of calendars are not locked at once, and no statement takes longer than a request may. */
export const peopleAtATime = 20;

export function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
