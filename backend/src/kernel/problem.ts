/** Statuses a problem may have; the meaning of each is fixed (`docs/problems.md`). */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 406 | 409 | 410 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 502 | 503;

/** One way in which a request may fail: stable code, HTTP status, and English texts for developers. */
export interface ProblemDefinition<Param extends string = string> {
  /** Stable and unique in the product; user interfaces have a text for it in every language. */
  readonly code: string;
  readonly module: string;
  readonly status: ProblemStatus;
  /** English, a short phrase without values. */
  readonly title: string;
  /** English, one sentence; `{name}` stands for a parameter. */
  readonly detail: string;
  /** Names of the parameters: those of the detail. */
  readonly params: readonly Param[];
}

interface ProblemTexts {
  readonly status: ProblemStatus;
  readonly title: string;
  readonly detail: string;
}

/** The names within braces: `'{a} of {b}'` gives `'a' | 'b'`. */
type ParamsOf<Detail extends string> = Detail extends `${string}{${infer Name}}${infer Rest}` ? Name | ParamsOf<Rest> : never;

export type ProblemParams<Param extends string = string> = Readonly<Record<Param, string | number>>;

/** One field that is wrong: JSON pointer into the body, stable code, and English detail. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly detail?: string;
  /** Values for the text, for example the greatest length. */
  readonly params?: Readonly<Record<string, string | number>>;
}

export interface ProblemOptions {
  readonly errors?: readonly FieldError[];
  /** Further members of the response, for example the next alternatives of a time that was taken. */
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Whole seconds after which trying again makes sense; becomes `Retry-After`. */
  readonly retryAfterSeconds?: number;
  /** What was caught; for the log, never for the response. */
  readonly cause?: unknown;
}

type OptionsFor<Param extends string> = [Param] extends [never]
  ? [options?: ProblemOptions]
  : [options: ProblemOptions & { readonly params: ProblemParams<Param> }];

const registry = new Map<string, ProblemDefinition>();
const CODE = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

/**
 * Declares the problems of a module, keyed by their code, and registers them for documentation and for the texts' check.
 * @throws Error when a code is not in UPPER_SNAKE_CASE or is already taken.
 */
export function defineProblems<const Texts extends Readonly<Record<string, ProblemTexts>>>(
  module: string,
  texts: Texts,
): { readonly [Code in keyof Texts]: ProblemDefinition<ParamsOf<Texts[Code]['detail']>> } {
  const entries = Object.entries(texts).map(([code, text]) => [code, register(module, code, text)]);
  return Object.fromEntries(entries);
}

/** Every problem that has been defined by the modules loaded so far, by code. */
export function allProblems(): readonly ProblemDefinition[] {
  return [...registry.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** A refusal or failure that the caller is told of as `application/problem+json`. */
export class Problem<Param extends string = string> extends Error {
  readonly definition: ProblemDefinition<Param>;
  readonly params?: ProblemParams<Param>;
  readonly errors?: readonly FieldError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;

  constructor(definition: ProblemDefinition<Param>, ...[options]: OptionsFor<Param>) {
    const given: ProblemOptions & { readonly params?: ProblemParams<Param> } = options ?? {};
    super(fill(definition.detail, given.params ?? {}), 'cause' in given ? { cause: given.cause } : undefined);
    this.name = 'Problem';
    this.definition = definition;
    if (given.params !== undefined) this.params = given.params;
    if (given.errors !== undefined) this.errors = given.errors;
    if (given.extensions !== undefined) this.extensions = given.extensions;
    if (given.retryAfterSeconds !== undefined) this.retryAfterSeconds = given.retryAfterSeconds;
  }

  get code(): string {
    return this.definition.code;
  }

  get status(): ProblemStatus {
    return this.definition.status;
  }

  /** English, with the parameters filled in. */
  get detail(): string {
    return this.message;
  }
}

function register(module: string, code: string, texts: ProblemTexts): ProblemDefinition {
  if (!CODE.test(code)) throw new Error(`Problem code ${code} of ${module} is not UPPER_SNAKE_CASE`);
  const taken = registry.get(code);
  if (taken !== undefined) throw new Error(`Problem code ${code} of ${module} is already defined by ${taken.module}`);
  const definition = { code, module, ...texts, params: paramsOf(texts.detail) };
  registry.set(code, definition);
  return definition;
}

function paramsOf(detail: string): string[] {
  return [...new Set([...detail.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))];
}

function fill(detail: string, params: Readonly<Record<string, string | number>>): string {
  return detail.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}
