import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { PlainError } from '../plain-error.ts';
import { signal } from '../processes.ts';
import { diskFull } from './checks.ts';
import type { RunRecords } from './run-records.ts';
import type { Steps } from './steps.ts';

interface Target {
  readonly name: string;
  readonly what: string;
  /** Files and folders that decide the outcome. */
  readonly inputs: readonly string[];
  /** Folder that the build makes, and a file that is there when it is whole. */
  readonly output: string;
  readonly proof: string;
  readonly command: readonly [string, ...string[]];
}

const TARGETS: readonly Target[] = [
  {
    name: 'backend',
    what: 'the backend',
    inputs: ['backend/src', 'backend/tsconfig.json', 'backend/tsconfig.build.json', 'package-lock.json'],
    output: 'backend/dist',
    proof: 'main.api.js',
    command: ['tsc', '-p', 'backend/tsconfig.build.json'],
  },
  ...(['citizen', 'employee'] as const).map((surface): Target => ({
    name: `${surface}-ui`,
    what: `the ${surface === 'citizen' ? 'citizens’' : 'employees’'} application`,
    inputs: [`${surface}-ui`, 'ui-shared', 'angular.json', 'package-lock.json'],
    output: `${surface}-ui/dist`,
    proof: 'index.html',
    command: ['ng', 'build', `${surface}-ui`],
  })),
];

const NOT_INPUTS = new Set(['dist', 'node_modules', '.angular', 'coverage']);

/** Builds what is missing or was built from other files than there are now. */
export class Builds {
  private readonly root: string;
  private readonly records: RunRecords;
  private readonly steps: Steps;
  private readonly running = new Set<ChildProcess>();
  private stopped = false;

  constructor(root: string, records: RunRecords, steps: Steps) {
    this.root = root;
    this.records = records;
    this.steps = steps;
  }

  backend(): Promise<void> {
    return this.target('backend');
  }

  async applications(): Promise<void> {
    await this.target('citizen-ui');
    await this.target('employee-ui');
  }

  /** Ends what is being built, and lets nothing new begin. */
  stop(): void {
    this.stopped = true;
    for (const child of this.running) if (child.pid !== undefined) signal(-child.pid, 'SIGTERM');
  }

  private async target(name: string): Promise<void> {
    const target = TARGETS.find((candidate) => candidate.name === name);
    if (target === undefined) throw new Error(`There is no target ${name}`);
    const stamp = join(this.root, '.cache', 'build', target.name);
    const hash = await contentHash(this.root, target.inputs);
    const whole = existsSync(join(this.root, target.output, target.proof));
    if (whole && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
    await this.steps.run(`Building ${target.what}`, async () => {
      rmSync(stamp, { force: true });
      // Files of sources that are gone must not linger.
      rmSync(join(this.root, target.output), { recursive: true, force: true });
      await this.command(target);
    });
    mkdirSync(join(this.root, '.cache', 'build'), { recursive: true });
    writeFileSync(stamp, hash);
  }

  private command(target: Target): Promise<void> {
    if (this.stopped) return Promise.reject(new PlainError(`Building ${target.what} was not begun: everything is being stopped.`));
    return this.spawned(target);
  }

  private spawned({ command: [program, ...args], name, what }: Target): Promise<void> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [join(this.root, 'node_modules', '.bin', program), ...args], {
        cwd: this.root,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' },
      });
      this.running.add(child);
      if (child.pid !== undefined) this.records.write(`build-${name}`, child.pid);
      let output = '';
      child.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
      child.on('error', reject);
      child.on('close', (code) => {
        this.running.delete(child);
        this.records.remove(`build-${name}`);
        if (code === 0) resolve();
        else if (output.includes('ENOSPC')) reject(diskFull(this.root, 0));
        else reject(new PlainError(`Building ${what} failed:\n\n${output.trim().split('\n').slice(-40).join('\n')}`));
      });
    });
  }
}

/** One hash over names and contents: what git checks out anew with a newer time stamp need not be built again. */
async function contentHash(root: string, inputs: readonly string[]): Promise<string> {
  const files = (await Promise.all(inputs.map((input) => filesOf(join(root, input))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const wanted = entries.filter(({ name }) => !NOT_INPUTS.has(name) && !name.endsWith('.spec.ts'));
  const nested = await Promise.all(wanted.map(({ name }) => filesOf(join(path, name))));
  return nested.flat();
}
