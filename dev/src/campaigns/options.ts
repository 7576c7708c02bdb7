import { parseArgs } from 'node:util';
import { PlainError } from '../plain-error.ts';

/** What both campaigns are told. The same seed makes the same decisions; when which answer comes is the machine's affair. */
export interface CampaignOptions {
  readonly seed: number;
  /** Folder with a backend that is built already; undefined: what is in backend/dist, built anew where its sources have changed. */
  readonly backend: string | undefined;
}

export interface RaceOptions extends CampaignOptions {
  readonly rounds: number;
  /** How many citizens want the same time at the same moment. */
  readonly rivals: number;
}

export interface CrashOptions extends CampaignOptions {
  /** How long the load lasts, in seconds. */
  readonly seconds: number;
  /** How many processes are killed with SIGKILL meanwhile, spread over API, worker and PostgreSQL. */
  readonly kills: number;
  /** How many citizens are busy at once. */
  readonly citizens: number;
  /** True: the worker's clock is put ahead at the end, instead of waiting until what killed workers held is free again. */
  readonly hurry: boolean;
}

export interface RestoreOptions extends CampaignOptions {
  /** How long bookings go on before and after the base backup, in seconds each. */
  readonly seconds: number;
  readonly citizens: number;
}

/** Reads `--seconds 30 --citizens 12 --seed 1 --backend folder`. @throws PlainError naming what is wrong */
export function readRestoreOptions(args: readonly string[]): RestoreOptions {
  const given = parsed(args, ['seconds', 'citizens'], []);
  return { ...common(given), seconds: whole(given, 'seconds', 30), citizens: whole(given, 'citizens', 12) };
}

/** Reads `--rounds 200 --rivals 20 --seed 1 --backend folder`. @throws PlainError naming what is wrong */
export function readRaceOptions(args: readonly string[]): RaceOptions {
  const given = parsed(args, ['rounds', 'rivals'], []);
  return { ...common(given), rounds: whole(given, 'rounds', 200), rivals: whole(given, 'rivals', 20) };
}

/** Reads `--seconds 120 --kills 20 --citizens 12 --seed 1 --hurry --backend folder`. @throws PlainError naming what is wrong */
export function readCrashOptions(args: readonly string[]): CrashOptions {
  const given = parsed(args, ['seconds', 'kills', 'citizens'], ['hurry']);
  return {
    ...common(given),
    seconds: whole(given, 'seconds', 120),
    kills: whole(given, 'kills', 20),
    citizens: whole(given, 'citizens', 12),
    hurry: given['hurry'] === true,
  };
}

type Given = Readonly<Record<string, string | boolean | undefined>>;

function parsed(args: readonly string[], numbers: readonly string[], flags: readonly string[]): Given {
  const options = Object.fromEntries([
    ...[...numbers, 'seed', 'backend'].map((name) => [name, { type: 'string' as const }] as const),
    ...flags.map((name) => [name, { type: 'boolean' as const }] as const),
  ]);
  try {
    return parseArgs({ args: [...args], options }).values as Given;
  } catch (error) {
    throw new PlainError(error instanceof Error ? error.message : String(error));
  }
}

function common(given: Given): CampaignOptions {
  const { backend } = given;
  return { seed: whole(given, 'seed', 1), backend: typeof backend === 'string' ? backend : undefined };
}

function whole(given: Given, name: string, otherwise: number): number {
  const text = given[name];
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new PlainError(`--${name} must be a whole number from 1 on, not "${String(text)}".`);
  return value;
}
