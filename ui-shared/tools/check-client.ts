/** Fails when the committed API client is not the one that `openapi.yaml` gives. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('..', import.meta.url));
const committed = join(workspace, 'src/api/generated');
const fresh = mkdtempSync(join(tmpdir(), 'vuoro-client-'));

function read(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [relative(folder, path), readFileSync(path, 'utf8')]));
}

try {
  const generator = fileURLToPath(import.meta.resolve('ng-openapi-gen/lib/index.js'));
  execFileSync(process.execPath, [generator, '--config', 'ng-openapi-gen.json', '--output', fresh], { cwd: workspace, stdio: 'inherit' });
  const [before, after] = [read(committed), read(fresh)];
  const differing = [...new Set([...before.keys(), ...after.keys()])].filter((path) => before.get(path) !== after.get(path)).sort();
  process.stdout.write(
    differing.length === 0
      ? `API client: ${after.size} files agree with openapi.yaml\n`
      : `API client differs from openapi.yaml; run npm run api:generate -w ui-shared\n${differing.join('\n')}\n`,
  );
  process.exitCode = differing.length === 0 ? 0 : 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
