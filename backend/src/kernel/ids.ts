import { v7, validate } from 'uuid';

/** A new UUID version 7 in lower case. Ids made one after another sort in that order, which keeps index pages dense. */
export function newId(): string {
  return v7();
}

/** Whether the text is a UUID of any version. Ids of other systems and of seeds need not be version 7. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && validate(text);
}
