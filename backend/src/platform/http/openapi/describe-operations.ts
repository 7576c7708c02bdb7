import type { OpenAPIObject } from '@nestjs/swagger';
import { actionOf, authorizeKey } from '../../access/index.ts';
import type { Route } from '../routes/route-inventory.ts';
import { hasExamples } from './has-examples.ts';
import { problemResponses } from './problem-responses.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

/**
 * Adds to each operation what the code already says of it: who may call it, and which problems it answers with.
 * @throws Error with all operations that lack a summary, a tag, an example or a name of their own
 */
export function describeOperations(document: OpenAPIObject, routes: readonly Route[]): OpenAPIObject {
  const complaints: string[] = [];
  const names = new Map<string, string>();
  const tags = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation = item[method];
      if (operation === undefined) continue;
      const place = `${method.toUpperCase()} ${path}`;
      const route = routes.find((candidate) => candidate.method === method.toUpperCase() && templateOf(candidate.path) === path);
      if (route === undefined) throw new Error(`${place} is in the document but is no route.`);
      complaints.push(...complaintsAbout(operation, place, names.get(operation.operationId ?? '')));
      if (!hasExamples(operation, document)) complaints.push(`${place} shows no example: give its parts one by @ApiProperty({ example }).`);
      names.set(operation.operationId ?? '', place);
      operation.tags?.forEach((tag) => tags.add(tag));
      describe(operation, route);
    }
  }
  if (complaints.length > 0)
    throw new Error(`The API is not described completely:\n${complaints.map((complaint) => `  - ${complaint}`).join('\n')}`);
  return { ...document, tags: [...tags].sort().map((name) => ({ name })) };
}

function describe(operation: Operation, route: Route): void {
  const action = (Reflect.getMetadata(authorizeKey, route.handler) ?? Reflect.getMetadata(authorizeKey, route.controller)) as
    string | undefined;
  operation.security = action === undefined ? [] : [{ [actionOf(action).surface === 'CITIZEN' ? 'citizen' : 'employee']: [] }];
  const traits = {
    authorized: action !== undefined,
    ofEmployees: action !== undefined && actionOf(action).surface === 'EMPLOYEE',
    changes: route.method !== 'GET',
    hasInput:
      operation.requestBody !== undefined ||
      (operation.parameters ?? []).some((parameter) => 'in' in parameter && parameter.in !== 'header'),
  };
  operation.responses = { ...operation.responses, ...problemResponses(route.handler, traits, `${route.method} ${route.path}`) };
}

function complaintsAbout(operation: Operation, place: string, namesake: string | undefined): string[] {
  const complaints: string[] = [];
  if ((operation.summary ?? '') === '') complaints.push(`${place} has no summary: use @Operation({ summary }).`);
  if ((operation.tags ?? []).length === 0) complaints.push(`${place} has no tag: use @ApiTags() on its controller.`);
  if (namesake !== undefined)
    complaints.push(`${place} is called ${operation.operationId ?? ''} like ${namesake}: the method's name must be unique in the API.`);
  const isDescribed = Object.keys(operation.responses).some((status) => status.startsWith('2') || status.startsWith('3'));
  if (!isDescribed) complaints.push(`${place} does not say what it answers: use @ApiOkResponse() or the like.`);
  return complaints;
}

/** `/a/:id` → `/a/{id}` */
function templateOf(path: string): string {
  return path.replace(/:(\w+)/g, '{$1}');
}
