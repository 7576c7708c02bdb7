import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Whether a reader sees what the body looks like that is sent, and the one that is answered when all goes well. */
export function hasExamples(operation: Operation, document: OpenAPIObject): boolean {
  const success = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const bodies = [operation.requestBody, ...success.map(([, response]) => response as unknown)];
  return bodies.every((body) => !JSON.stringify(body ?? {}).includes('"content"') || showsExample(body, document, new Set()));
}

/** Follows references to schemas, each once. */
function showsExample(part: unknown, document: OpenAPIObject, seen: Set<string>): boolean {
  const text = JSON.stringify(part);
  if (text.includes('"example')) return true;
  const names = Array.from(text.matchAll(/#\/components\/schemas\/(\w+)/g), ([, name]) => name ?? '').filter((name) => !seen.has(name));
  return names.some((name) => {
    seen.add(name);
    return showsExample(document.components?.schemas?.[name], document, seen);
  });
}
