import 'reflect-metadata';

export const problemsKey = 'vuoro:problems';

/** Adds problem codes to what an operation documents; may be used several times on one method. */
export function documentProblems(...codes: readonly string[]): MethodDecorator {
  return (_target, _name, descriptor) => {
    const handler = descriptor.value;
    if (typeof handler !== 'function') return;
    const before = (Reflect.getMetadata(problemsKey, handler) ?? []) as readonly string[];
    Reflect.defineMetadata(problemsKey, [...new Set([...before, ...codes])].sort(), handler);
  };
}

/**
 * The problems that an operation's use case can answer with. Those of validation, sign-in, headers, limits and failures
 * are documented by themselves. An unknown code stops the generation.
 */
export function ApiProblems(...codes: readonly string[]): MethodDecorator {
  return documentProblems(...codes);
}

/** Lets a parameter decorator document something of its method. */
export function onHandler(decorator: MethodDecorator): ParameterDecorator {
  return (target, name) => {
    if (name === undefined) return;
    const descriptor = Object.getOwnPropertyDescriptor(target, name);
    if (descriptor !== undefined) decorator(target, name, descriptor);
  };
}
