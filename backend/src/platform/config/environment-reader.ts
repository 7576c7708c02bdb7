import { readFileSync } from 'node:fs';

/** The variables of a process; a type of its own so that tests give theirs. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables by kind and collects one sentence per wrong value, so that an operator sees all of them at once. */
export class EnvironmentReader {
  readonly complaints: string[] = [];

  constructor(private readonly environment: Environment) {}

  /** A variable that is set to nothing counts as not set. */
  optional(name: string): string | null {
    const value = this.environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  required(name: string, why: string): string {
    return this.optional(name) ?? this.complain(`${name} is not set: ${why}.`, '');
  }

  /** The value itself or, with `<name>_FILE`, the content of that file: a secret need not stand in the environment. */
  optionalSecret(name: string): string | null {
    const file = this.optional(`${name}_FILE`);
    const value = this.optional(name);
    if (file === null) return value;
    if (value !== null) return this.complain(`${name} and ${name}_FILE are both set: keep one of them.`, null);
    const content = this.contentOf(`${name}_FILE`, file);
    return content === '' ? this.complain(`${name}_FILE names an empty file: ${file}.`, null) : content;
  }

  requiredSecret(name: string, why: string): string {
    const value = this.optionalSecret(name);
    const isSet = this.optional(name) !== null || this.optional(`${name}_FILE`) !== null;
    if (value === null && !isSet) this.complain(`Neither ${name} nor ${name}_FILE is set: ${why}.`, null);
    return value ?? '';
  }

  integer(name: string, fallback: number, least: number, most: number): number {
    const text = this.optional(name);
    if (text === null) return fallback;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    return this.complain(`${name} must be a whole number from ${least} to ${most}, not "${text}".`, fallback);
  }

  flag(name: string): boolean {
    const text = this.optional(name);
    if (text === null || text === 'false' || text === '0') return false;
    if (text === 'true' || text === '1') return true;
    return this.complain(`${name} must be true or false, not "${text}".`, false);
  }

  oneOf<const Value extends string>(name: string, values: readonly Value[], fallback: Value): Value {
    const text = this.optional(name);
    if (text === null) return fallback;
    const value = values.find((candidate) => candidate === text);
    return value ?? this.complain(`${name} must be one of ${values.join(', ')}, not "${text}".`, fallback);
  }

  /** Separated by commas. */
  list(name: string): readonly string[] {
    return (this.optional(name) ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  /** Says nothing of the value in the complaint: it may hold a password. */
  url(name: string, value: string | null, protocols: readonly string[]): void {
    if (value === null || value === '') return;
    const allowed = protocols.map((protocol) => `${protocol}//`).join(' or ');
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol))
      this.complain(`${name} must be an address that starts with ${allowed}.`, null);
  }

  complain<T>(sentence: string, insteadOf: T): T {
    this.complaints.push(sentence);
    return insteadOf;
  }

  private contentOf(name: string, file: string): string | null {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      return this.complain(`${name} names a file that cannot be read: ${file}.`, null);
    }
  }
}
