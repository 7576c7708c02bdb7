import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { isRead } from './testing/known-settings.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly volumes?: readonly string[];
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { readonly file: string }>>;
}

const compose = parse(read('docker/compose.yaml'), { merge: true }) as Compose;
const ours = ['api', 'worker', 'migrate'].map((name) => compose.services[name]).filter((service) => service !== undefined);
const dockerfile = read('docker/Dockerfile');

describe('containers', () => {
  it('are three processes of one image', () => {
    assert.equal(ours.length, 3);
  });

  it('are given only variables that the program reads', () => {
    const unread = ours.flatMap((service) => Object.keys(service.environment ?? {})).filter((name) => !isRead(name));
    assert.deepEqual(unread, []);
  });

  it('are given every secret that a variable points to', () => {
    for (const service of ours) {
      const files = Object.values(service.environment ?? {}).filter((value) => value.startsWith('/run/secrets/'));
      for (const file of files) {
        const name = file.replace('/run/secrets/', '');
        assert.ok(service.secrets?.includes(name), `${name} is not among the secrets of a service that reads it`);
        assert.ok(compose.secrets[name] !== undefined, `${name} is not declared`);
      }
    }
  });

  it('run programs that are built from sources that exist', () => {
    const commands = [...ours.flatMap((service) => service.command ?? []), ...dockerfile.matchAll(/CMD \["node", "([^"]+)"/g)].map(
      (entry) => (typeof entry === 'string' ? entry : (entry[1] ?? '')),
    );
    const programs = commands.filter((entry) => entry.startsWith('backend/dist/'));
    assert.ok(programs.length >= 3);
    for (const program of programs) assert.ok(existsSync(join(root, program.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))), program);
  });

  it('mount files that exist', () => {
    const mounts = Object.values(compose.services).flatMap((service) => service.volumes ?? []);
    const local = mounts.map((mount) => mount.split(':')[0] ?? '').filter((path) => path.startsWith('./'));
    assert.ok(local.length >= 2);
    for (const path of local) assert.ok(existsSync(join(root, 'docker', path)), path);
  });

  it('are built from paths that exist, and never from dev', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap((match) => (match[1] ?? '').split(' '));
    for (const path of copied) assert.ok(path.includes('*') || existsSync(join(root, path)), path);
    const final = dockerfile.slice(dockerfile.lastIndexOf('FROM '));
    assert.doesNotMatch(final, /\bdev\b/);
    assert.match(dockerfile, /rm -rf backend\/dist\/demo/);
  });

  it('listen where the proxy asks', () => {
    const [, port] = /PORT=(\d+)/.exec(dockerfile) ?? [];
    assert.match(read('docker/proxy/nginx.conf'), new RegExp(`server api:${port ?? 'missing'};`));
  });
});
