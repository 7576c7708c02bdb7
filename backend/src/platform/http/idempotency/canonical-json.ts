/**
 * JSON with the members of every object in one order and nothing that JSON does not have, so that two bodies that mean the same have the
 * same text. Absent and undefined members are the same; null is a value.
 */
export function canonicalJson(value: unknown): string {
  const plain: unknown = JSON.parse(JSON.stringify(value) ?? 'null');
  return JSON.stringify(sorted(plain));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // A pair list instead of an object: an object would put members with numeric names first and swallow `__proto__`.
  return { members: members.map(([name, member]) => [name, sorted(member)]) };
}
