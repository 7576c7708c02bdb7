import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Exclude<Schemas[string], { $ref: string }>;

/** One value a format: readers see at once that ids are UUIDs, and that instants are in UTC. */
const EXAMPLES: Readonly<Record<string, string>> = {
  uuid: '018f7d2e-0000-7000-8000-000000000001',
  'date-time': '2026-12-10T14:00:00.000Z',
  date: '2026-12-10',
};

/** Gives each property an example whose format or list of values already says what it looks like. Written ones stay. */
export function fillExamples(document: OpenAPIObject): OpenAPIObject {
  const schemas = Object.entries(document.components?.schemas ?? {}).map(([name, schema]) => [name, filled(schema)] as const);
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } };
}

function filled(schema: Schemas[string]): Schemas[string] {
  if ('$ref' in schema || schema.properties === undefined) return schema;
  const properties = Object.entries(schema.properties).map(([name, property]) => {
    if ('$ref' in property || property.example !== undefined) return [name, property] as const;
    const example = exampleOf(property);
    return [name, example === undefined ? property : { ...property, example }] as const;
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}

function exampleOf(property: Schema): unknown {
  if (property.type === 'array') {
    const { items } = property;
    const one = items === undefined || '$ref' in items ? undefined : exampleOf(items);
    return one === undefined ? undefined : [one];
  }
  return property.enum?.[0] ?? EXAMPLES[property.format ?? ''];
}
