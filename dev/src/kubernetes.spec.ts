import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { isRead } from './testing/known-settings.ts';

// What `kubectl kustomize` does not look at, and what would break an installation.

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docker/kubernetes');
type Labels = Readonly<Record<string, string>>;

interface Probe {
  readonly httpGet?: { readonly path: string; readonly port: string };
}
interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly { readonly configMapRef: { readonly name: string } }[];
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
  readonly startupProbe?: Probe;
  readonly livenessProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly lifecycle?: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
  readonly resources?: { readonly requests?: object; readonly limits?: object };
  readonly securityContext?: object;
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string; readonly readOnly?: boolean }[];
}
interface PodSpec {
  readonly automountServiceAccountToken?: boolean;
  readonly securityContext?: { readonly runAsNonRoot?: boolean; readonly seccompProfile?: { readonly type: string } };
  readonly terminationGracePeriodSeconds?: number;
  readonly containers: readonly Container[];
  readonly volumes?: readonly {
    readonly name: string;
    readonly secret?: { readonly secretName: string };
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}
interface Template {
  readonly metadata: { readonly labels: Labels };
  readonly spec: PodSpec;
}
interface Resource {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Labels;
  readonly spec?: {
    readonly replicas?: number;
    readonly selector?: Labels & { readonly matchLabels?: Labels };
    readonly podSelector?: { readonly matchLabels?: Labels };
    readonly template?: Template;
    readonly jobTemplate?: { readonly spec: { readonly template: Template } };
    readonly ports?: readonly { readonly port: number; readonly targetPort: string }[];
    readonly rules?: readonly { readonly backendRefs: readonly { readonly name: string; readonly port: number }[] }[];
  };
}
interface Kustomization {
  readonly resources?: readonly string[];
  readonly components?: readonly string[];
  readonly images?: readonly { readonly name: string }[];
  readonly patches?: readonly { readonly target: { readonly kind: string; readonly name: string }; readonly patch: string }[];
}

const kustomization = (at: string): Kustomization => parse(readFileSync(join(at, 'kustomization.yaml'), 'utf8')) as Kustomization;

/** Everything that an overlay builds, before its patches. */
function resourcesOf(at: string): Resource[] {
  const { resources = [], components = [] } = kustomization(at);
  return [...resources, ...components].flatMap((entry) => {
    const path = join(at, entry);
    if (statSync(path).isDirectory()) return resourcesOf(path);
    return parseAllDocuments(readFileSync(path, 'utf8')).map((document) => {
      assert.deepEqual(document.errors, []);
      return document.toJS() as Resource;
    });
  });
}

const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.yaml'));
const everything = resourcesOf(join(folder, 'overlays/production'));
const templates = everything.flatMap(({ spec }) => spec?.template ?? spec?.jobTemplate?.spec.template ?? []);
const containers = templates.flatMap(({ spec }) => spec.containers);
const ours = containers.filter(({ image }) => image === 'vuoro:local');
const container = (name: string): Container => {
  const found = containers.find((each) => each.name === name);
  assert.ok(found, `There is no container ${name}`);
  return found;
};
const patchesOf = (overlay: string): string[] => (kustomization(join(folder, 'overlays', overlay)).patches ?? []).map(({ patch }) => patch);

/** A container's variables with an overlay's additions. */
function environment({ env = [], envFrom = [] }: Container, overlay: string): Record<string, string> {
  const maps = envFrom.map(({ configMapRef }) => {
    const map = everything.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === configMapRef.name);
    assert.ok(map, `${configMapRef.name} is not declared`);
    return map.data ?? {};
  });
  const added = patchesOf(overlay).flatMap((patch) => parse(patch) as { path: string; value: string }[]);
  const settings = added
    .filter(({ path }) => path.startsWith('/data/'))
    .map(({ path, value }) => [path.slice('/data/'.length), value] as const);
  return Object.assign(
    {},
    ...maps,
    envFrom.length > 0 ? Object.fromEntries(settings) : {},
    Object.fromEntries(env.map((e) => [e.name, e.value])),
  ) as Record<string, string>;
}

const matches = (labels: Labels, wanted: Labels): boolean => Object.entries(wanted).every(([name, value]) => labels[name] === value);

describe('the Kubernetes installation', () => {
  it('names only files that exist, and leaves none out', () => {
    const named = files
      .filter((name) => name.endsWith('kustomization.yaml'))
      .flatMap((name) => {
        const at = dirname(join(folder, name));
        const { resources = [], components = [] } = kustomization(at);
        return [...resources, ...components].map((entry) => join(at, entry));
      });
    for (const path of named) assert.ok(existsSync(path), path);
    const loose = files.filter((name) => !name.endsWith('kustomization.yaml') && !named.includes(join(folder, name)));
    assert.deepEqual(loose, []);
  });

  for (const overlay of ['production', 'test']) {
    it(`gives every process what it needs, and nothing it does not read (${overlay})`, () => {
      const compose = parse(readFileSync(join(root, 'docker/compose.yaml'), 'utf8'), { merge: true }) as {
        services: Record<string, { environment?: Record<string, string> }>;
      };
      for (const name of ['api', 'worker', 'migrate']) {
        const given = environment(container(name), overlay);
        assert.deepEqual(
          Object.keys(given).filter((variable) => !isRead(variable)),
          [],
        );
        const wanted = Object.keys(compose.services[name]?.environment ?? {});
        assert.ok(wanted.length >= 3);
        assert.deepEqual(
          wanted.filter((variable) => given[variable] === undefined),
          [],
          name,
        );
      }
    });
  }

  it('has every file that a variable names mounted from a secret, read-only', () => {
    for (const { spec } of templates) {
      for (const each of spec.containers) {
        const paths = Object.values(environment(each, 'production')).filter((value) => value.startsWith('/run/'));
        for (const path of paths) {
          const mount = each.volumeMounts?.find(({ mountPath }) => path === mountPath || dirname(path) === mountPath);
          assert.ok(mount?.readOnly, `${each.name} has nothing mounted for ${path}`);
          assert.ok(spec.volumes?.find(({ name }) => name === mount.name)?.secret, `${path} comes from no secret`);
        }
        for (const { name } of each.volumeMounts ?? [])
          assert.ok(
            spec.volumes?.some((volume) => volume.name === name),
            name,
          );
      }
    }
  });

  it('has its secrets and their files named in the operations guide, and its claims declared', () => {
    const guide = readFileSync(join(root, 'docs/operations/installation.md'), 'utf8');
    const volumes = templates.flatMap(({ spec }) => spec.volumes ?? []);
    const secrets = new Set(volumes.flatMap(({ secret }) => secret?.secretName ?? []));
    assert.ok(secrets.size >= 4);
    for (const name of secrets) assert.ok(guide.includes(`\`${name}\``), `${name} is not in the guide`);
    for (const each of ours)
      for (const value of Object.values(environment(each, 'production')).filter((path) => path.startsWith('/run/secrets/')))
        assert.ok(guide.includes(`\`${value.replace('/run/secrets/', '')}\``), `${value} is not in the guide`);
    for (const { persistentVolumeClaim: claim } of volumes)
      if (claim !== undefined)
        assert.ok(
          everything.some(({ kind, metadata }) => kind === 'PersistentVolumeClaim' && metadata.name === claim.claimName),
          claim.claimName,
        );
  });

  it('holds no secret', () => {
    assert.deepEqual(
      everything.filter(({ kind }) => kind === 'Secret'),
      [],
    );
    for (const name of files)
      assert.doesNotMatch(
        readFileSync(join(folder, name), 'utf8'),
        /secretGenerator|AGE-SECRET|PRIVATE KEY|:\/\/[^\s/"]+:[^\s/"]+@|password: /,
        name,
      );
  });

  it('runs the images that compose builds, as nobody in particular', () => {
    const compose = readFileSync(join(root, 'docker/compose.yaml'), 'utf8');
    for (const { image } of containers) assert.ok(compose.includes(`image: ${image}\n`), image);
    for (const { spec } of templates) {
      assert.equal(spec.automountServiceAccountToken, false);
      assert.equal(spec.securityContext?.runAsNonRoot, true);
      assert.equal(spec.securityContext?.seccompProfile?.type, 'RuntimeDefault');
      for (const { name, securityContext, resources } of spec.containers) {
        assert.deepEqual(
          securityContext,
          { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
          name,
        );
        assert.ok(resources?.requests !== undefined && resources.limits !== undefined, name);
      }
    }
  });

  it('runs programs and scripts that exist', () => {
    for (const { command, name } of containers) {
      const [program = '', script = ''] = command ?? [];
      if (program === 'node') assert.ok(existsSync(join(root, script.replace('/dist/', '/src/').replace(/\.js$/, '.ts'))), script);
      else if (program.endsWith('.sh')) assert.ok(existsSync(join(root, 'docker/backup', program)), program);
      else assert.ok(['', 'valkey-server'].includes(program), `${name} runs ${program}`);
    }
  });

  it('asks for health where the API answers, and lets it finish before it is killed', () => {
    const api = container('api');
    const openapi = parse(readFileSync(join(root, 'openapi.yaml'), 'utf8')) as { paths: object };
    assert.equal(api.readinessProbe?.httpGet?.path, '/health/ready');
    assert.equal(api.livenessProbe?.httpGet?.path, '/health/live');
    for (const { httpGet } of [api.startupProbe, api.livenessProbe, api.readinessProbe].filter((probe) => probe !== undefined)) {
      assert.ok(httpGet !== undefined && Object.hasOwn(openapi.paths, httpGet.path), httpGet?.path);
      assert.ok(api.ports?.some(({ name }) => name === httpGet.port));
    }
    const [, port] = /PORT=(\d+)/.exec(readFileSync(join(root, 'docker/Dockerfile'), 'utf8')) ?? [];
    assert.equal(api.ports?.find(({ name }) => name === 'http')?.containerPort, Number(port));
    const grace = templates.find(({ spec }) => spec.containers.includes(api))?.spec.terminationGracePeriodSeconds ?? 0;
    assert.ok(grace >= Number(api.lifecycle?.preStop.exec.command[1]) + 20);
  });

  it('keeps serving while one of two instances goes', () => {
    const deployment = everything.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'vuoro-api');
    assert.ok((deployment?.spec?.replicas ?? 0) >= 2);
    assert.ok(everything.some(({ kind, metadata }) => kind === 'PodDisruptionBudget' && metadata.name === 'vuoro-api'));
  });

  it('has selectors that find their processes, and services whose ports are there', () => {
    for (const { kind, metadata, spec } of everything) {
      const wanted =
        kind === 'Service' ? spec?.selector : kind === 'NetworkPolicy' ? spec?.podSelector?.matchLabels : spec?.selector?.matchLabels;
      if (wanted === undefined) continue;
      const found = templates.filter((template) => matches(template.metadata.labels, wanted as Labels));
      assert.ok(found.length > 0, `${kind} ${metadata.name} finds nobody`);
      if (kind !== 'Service') continue;
      const names = found.flatMap((template) => template.spec.containers.flatMap(({ ports = [] }) => ports.map(({ name }) => name)));
      for (const { targetPort } of spec?.ports ?? []) assert.ok(names.includes(targetPort), `${metadata.name}: ${targetPort}`);
    }
  });

  it('asks the worker where it listens', () => {
    const { ports, startupProbe, livenessProbe, env } = container('worker');
    const metricsPort = ports?.find(({ name }) => name === 'metrics')?.containerPort;
    assert.equal(String(metricsPort), env?.find(({ name }) => name === 'METRICS_PORT')?.value);
    for (const probe of [startupProbe, livenessProbe]) assert.deepEqual(probe?.httpGet, { path: '/metrics', port: 'metrics' });
  });

  it('routes to a service that exists', () => {
    const routes = everything.filter(({ kind }) => kind === 'HTTPRoute').flatMap(({ spec }) => spec?.rules ?? []);
    assert.equal(routes.length, 2);
    for (const { name, port } of routes.flatMap(({ backendRefs }) => backendRefs)) {
      const service = everything.find(({ kind, metadata }) => kind === 'Service' && metadata.name === name);
      assert.ok(
        service?.spec?.ports?.some((each) => each.port === port),
        `${name}:${port}`,
      );
    }
  });

  it('patches only what is there', () => {
    for (const overlay of ['production', 'test'])
      for (const { target } of kustomization(join(folder, 'overlays', overlay)).patches ?? [])
        assert.ok(
          everything.some(({ kind, metadata }) => kind === target.kind && metadata.name === target.name),
          `${target.kind} ${target.name}`,
        );
  });
});
