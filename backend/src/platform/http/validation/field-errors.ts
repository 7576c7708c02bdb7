import { getMetadataStorage, type ValidationError } from 'class-validator';
import type { FieldError } from '../../../kernel/problem.ts';
import { HIDDEN_CHARACTER } from './hidden-characters.ts';

/** What a rule is called on the wire, and the names of its arguments. A rule that is not listed is WRONG_VALUE. */
const rules: Readonly<Record<string, { readonly code: string; readonly params?: readonly string[] }>> = {
  whitelistValidation: { code: 'UNKNOWN_FIELD' },
  unknownValue: { code: 'WRONG_TYPE' },
  isDefined: { code: 'REQUIRED' },
  isNotEmpty: { code: 'REQUIRED' },
  arrayNotEmpty: { code: 'REQUIRED' },
  isString: { code: 'WRONG_TYPE' },
  isInt: { code: 'WRONG_TYPE' },
  isNumber: { code: 'WRONG_TYPE' },
  isBoolean: { code: 'WRONG_TYPE' },
  isArray: { code: 'WRONG_TYPE' },
  isObject: { code: 'WRONG_TYPE' },
  nestedValidation: { code: 'WRONG_TYPE' },
  isIn: { code: 'NOT_ONE_OF', params: ['values'] },
  isUuid: { code: 'NOT_AN_ID' },
  isEmail: { code: 'NOT_AN_EMAIL' },
  isISO8601: { code: 'NOT_A_TIME' },
  isRfc3339: { code: 'NOT_A_TIME' },
  isDateString: { code: 'NOT_A_TIME' },
  isInstant: { code: 'NOT_A_TIME' },
  isLocalDate: { code: 'WRONG_FORM' },
  isOneLine: { code: 'WRONG_FORM' },
  matches: { code: 'WRONG_FORM' },
  min: { code: 'TOO_SMALL', params: ['min'] },
  max: { code: 'TOO_LARGE', params: ['max'] },
  minLength: { code: 'TOO_SHORT', params: ['min'] },
  maxLength: { code: 'TOO_LONG', params: ['max'] },
  isLength: { code: 'WRONG_LENGTH', params: ['min', 'max'] },
  arrayMinSize: { code: 'TOO_FEW', params: ['min'] },
  arrayMaxSize: { code: 'TOO_MANY', params: ['max'] },
  arrayUnique: { code: 'NOT_UNIQUE' },
};

/** The code of a date or time that use cases refuse as too far from now. */
export const OUT_OF_RANGE = 'OUT_OF_RANGE';

/** Codes of single fields, for documentation and for the texts' check. */
export const fieldErrorCodes: readonly string[] = [
  ...new Set(['WRONG_VALUE', HIDDEN_CHARACTER, OUT_OF_RANGE, ...Object.values(rules).map((rule) => rule.code)]),
].sort();

/** One entry per broken rule. A value itself is never repeated, it may be personal data. */
export function fieldErrorsOf(errors: readonly ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = error.property === undefined ? parent : `${parent}/${escaped(error.property)}`;
    return [...ownErrors(error, pointer), ...fieldErrorsOf(error.children ?? [], pointer)];
  });
}

function ownErrors(error: ValidationError, pointer: string): FieldError[] {
  const names = Object.keys(error.constraints ?? {});
  // A value of the wrong type breaks every further rule as well; telling them would only confuse.
  const typeErrors = names.filter((name) => ['REQUIRED', 'WRONG_TYPE'].includes(rules[name]?.code ?? ''));
  const told = typeErrors.length > 0 ? typeErrors.slice(0, 1) : names;
  return told.map((name) => {
    const code = codeOf(error, name);
    const params = code === rules[name]?.code ? paramsOf(error, name) : undefined;
    return { pointer, code, ...(params === undefined ? {} : { params }) };
  });
}

function codeOf(error: ValidationError, name: string): string {
  const code = rules[name]?.code ?? 'WRONG_VALUE';
  const isMissing = error.value === undefined || error.value === null;
  return isMissing && code !== 'UNKNOWN_FIELD' ? 'REQUIRED' : code;
}

function paramsOf(error: ValidationError, name: string): Record<string, string | number> | undefined {
  const names = rules[name]?.params;
  if (names === undefined || error.target === undefined) return undefined;
  const metadata = getMetadataStorage()
    .getTargetValidationMetadatas(error.target.constructor, '', false, false)
    .find((candidate) => candidate.propertyName === error.property && candidate.name === name);
  const values: readonly unknown[] = metadata?.constraints ?? [];
  return Object.fromEntries(names.map((param, index) => [param, written(values[index])]));
}

function written(value: unknown): string | number {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'number' ? value : String(value);
}

function escaped(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}
