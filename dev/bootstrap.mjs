// Runs under the machine's own Node (20 or newer) with nothing installed: installs the dependencies, which bring
// Node 24 with them, and hands over to the given TypeScript file under that Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stampFile = join(modules, '.vuoro-installed');

/** Installs when needed, then runs `script` (relative to the project root) under Node 24 with the same arguments. */
export async function bootstrap(script) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Vuoro needs Node 20 or newer to begin with; this is ${process.version}. Install a newer Node and try again.`);
  if (needsInstall()) await install();
  handOver(script, node24());
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function needsInstall() {
  if (!existsSync(join(root, 'package-lock.json'))) return !existsSync(modules);
  const npmsRecord = join(modules, '.package-lock.json');
  if (!existsSync(npmsRecord)) return true;
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') !== lockHash();
  // Installed by hand with npm: believe its time stamp once, and remember the content from then on.
  if (statSync(npmsRecord).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs) return true;
  writeFileSync(stampFile, lockHash());
  return false;
}

async function install() {
  say('Installing dependencies (once; about a minute and a half, 1.1 GB on disk)');
  const attempts = existsSync(join(root, 'package-lock.json'))
    ? [
        ['ci', '--no-audit', '--no-fund'],
        ['install', '--no-audit', '--no-fund'],
      ]
    : [['install', '--no-audit', '--no-fund']];
  let output = '';
  for (const args of attempts) {
    const began = Date.now();
    const result = await npm(args, began);
    output = result.output;
    if (result.code === 0) {
      writeFileSync(stampFile, existsSync(join(root, 'package-lock.json')) ? lockHash() : '');
      say(`Dependencies installed (${seconds(began)})`);
      return;
    }
    explain(output);
    say(`npm ${args[0]} failed after ${seconds(began)}`);
  }
  process.stderr.write(`${output.split('\n').slice(-25).join('\n')}\n`);
  fail('The dependencies could not be installed; npm says why above. Check the network connection and run the same command again.');
}

function npm(args, began) {
  return new Promise((resolve) => {
    // npm replaces node_modules, so it must not be run by the Node that lies in there.
    const path = (process.env.PATH ?? '')
      .split(delimiter)
      .filter((entry) => !entry.startsWith(modules))
      .join(delimiter);
    const child = spawn('npm', args, { cwd: root, env: { ...process.env, PATH: path }, stdio: ['ignore', 'pipe', 'pipe'] });
    const progress = setInterval(() => say(`  … still installing (${seconds(began)})`), 10_000);
    let output = '';
    const collect = (chunk) => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      clearInterval(progress);
      resolve({ code: 1, output: `${output}\n${error.message}` });
    });
    child.on('close', (code) => {
      clearInterval(progress);
      resolve({ code, output });
    });
  });
}

function explain(output) {
  if (/ENOSPC/.test(output)) fail(`The disk that holds ${root} is full. Free at least 2 GB and run the same command again.`);
  if (/EACCES|EPERM|EROFS/.test(output))
    fail(
      `This user may not write to ${root}. Give it the right (for example: sudo chown -R "$USER" "${root}") and run the same command again.`,
    );
}

function node24() {
  const carried = join(modules, `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(carried)) return carried;
  const [major] = process.versions.node.split('.').map(Number);
  if (major >= 24) return process.execPath;
  return fail(
    `Vuoro brings its own Node 24 for Linux on x64 and arm64 only; on ${process.platform} ${process.arch} install Node 24 or newer and run the same command again.`,
  );
}

function handOver(script, node) {
  const path = [join(modules, '.bin'), dirname(node), process.env.PATH ?? ''].join(delimiter);
  const child = spawn(node, [join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
  });
  // The terminal sends Ctrl-C to the whole process group, others to this process alone; hearing it twice does the child no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`Node 24 could not be started: ${error.message}`));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}

function say(text) {
  process.stdout.write(`${text}\n`);
}
function seconds(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}
function fail(sentence) {
  process.stderr.write(`\n${sentence}\n`);
  process.exit(1);
}
