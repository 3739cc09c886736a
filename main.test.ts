import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { allEnvironments } from './lib/environments/all-environments';
import { prod } from './lib/environments/prod';
import { test as testEnvironment } from './lib/environments/test';
import { imageCatalog } from './lib/platform/image-catalog';
import { asObject, asText, kindOf, objectId, type Manifest } from './lib/validation/manifest';
import { workloadsAmong } from './lib/validation/pods/pods';
import { render } from './lib/app/rendering';
import { build } from './lib/app/build-app';

/** What a stored snapshot looks like: the YAML itself, so that a review of it reads like a review of dist/. */
expect.addSnapshotSerializer({ test: (value) => typeof value === 'string', print: (value) => String(value) });

function manifestsOf(environment: (typeof allEnvironments)[number]): readonly Manifest[] {
  return render(build(environment)).manifests;
}

function deployments(manifests: readonly Manifest[], stack = ''): readonly string[] {
  return manifests
    .filter((manifest) => kindOf(manifest) === 'Deployment')
    .map(({ json }) => asText(asObject(json['metadata'])['name']))
    .filter((name) => name.startsWith(stack));
}

function images(manifests: readonly Manifest[], stack = ''): readonly string[] {
  const references = workloadsAmong(manifests)
    .filter(({ manifest }) => asText(asObject(manifest.json['metadata'])['name']).startsWith(stack))
    .flatMap(({ containers }) => containers.map(({ json }) => asText(json['image'])));
  return [...new Set(references)].sort();
}

/** `<chart>: <Kind>/<name>`. */
function snapshotName(manifest: Manifest): string {
  const [kind = '', , name = ''] = objectId(manifest).split('/');
  return `${manifest.file.replace('.k8s.yaml', '')}: ${kind}/${name}`;
}

/** The objects of an environment: each file with its kinds, and the names where they are not the workload's own. */
function objectsByFile(manifests: readonly Manifest[]): Readonly<Record<string, string>> {
  const files: Record<string, string[]> = {};
  for (const manifest of manifests) {
    const [kind = '', , name = ''] = objectId(manifest).split('/');
    const workload = manifest.file.replace('.k8s.yaml', '');
    (files[workload] ??= []).push(`${kind}${name.replace(workload, '')}`);
  }
  return Object.fromEntries(Object.entries(files).map(([file, kinds]) => [file, kinds.join(' ')]));
}

describe.each(allEnvironments.map((environment) => [environment.name, environment] as const))('%s', (name, data) => {
  const manifests = manifestsOf(data);

  test.each(manifests.map((manifest) => [snapshotName(manifest), manifest.json] as const))('%s', (_, json) => {
    expect(Yaml.stringify(json)).toMatchSnapshot();
  });

  test('19 workloads run from 9 images: Focus 4 from 4, Anomaly 15 from 6, nginx shared', () => {
    expect(deployments(manifests)).toHaveLength(19);
    expect(images(manifests)).toHaveLength(9);
    expect(deployments(manifests, 'focus-')).toHaveLength(4);
    expect(images(manifests, 'focus-')).toHaveLength(4);
    expect(deployments(manifests, 'anomaly-')).toHaveLength(15);
    expect(images(manifests, 'anomaly-')).toHaveLength(6);
    expect(images(manifests, 'focus-').filter((image) => images(manifests, 'anomaly-').includes(image))).toEqual([
      `${data.registry.host}/znyw/nginx:${imageCatalog.nginx.version}`,
    ]);
  });

  test('every workload stays up as a Deployment; only the four backups are CronJobs', () => {
    const others = workloadsAmong(manifests).filter(({ kind }) => kind !== 'Deployment');

    expect(others.map(({ manifest }) => objectId(manifest))).toEqual([
      `CronJob/${data.namespace}/anomaly-influx-backup`,
      `CronJob/${data.namespace}/anomaly-mongo-backup`,
      `CronJob/${data.namespace}/focus-mysql-backup`,
      `CronJob/${data.namespace}/focus-redis-backup`,
    ]);
  });

  test('the files are one for each workload, and one for the Hadoop client configuration', () => {
    expect([...build(data).prepare().files.keys()]).toEqual(
      [...deployments(manifests), 'anomaly-hadoop-client'].sort().map((workload) => `${workload}.k8s.yaml`),
    );
  });

  test('no Secret is written, and no label that cdk8s makes of a construct path', () => {
    const text = JSON.stringify(manifests.map(({ json }) => json));

    expect(manifests.filter((manifest) => kindOf(manifest) === 'Secret')).toEqual([]);
    expect(text).not.toContain('cdk8s.io/metadata.addr');
  });

  test('the folder in dist/ holds what a synth writes and nothing else; if not, run `npm run synth` and commit', () => {
    const { files } = build(data).prepare();
    const folder = join(__dirname, 'dist', name);

    expect(readdirSync(folder).sort()).toEqual([...files.keys()]);
    for (const [file, text] of files) {
      expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
    }
  });
});

test('the list of images, literally: a change of a version is seen here and in the images of production', () => {
  expect(images(manifestsOf(prod))).toEqual([
    'dtr.bank.example/znyw/alpine-java:1.0.0',
    'dtr.bank.example/znyw/autotrin:1.0.0',
    'dtr.bank.example/znyw/focus-web:1.0.0',
    'dtr.bank.example/znyw/hadoop_krb5:1.0.0',
    'dtr.bank.example/znyw/influxdb:1.8.10',
    'dtr.bank.example/znyw/mongodb:6.0.28',
    'dtr.bank.example/znyw/mysql:8.0.46',
    'dtr.bank.example/znyw/nginx:1.26.3',
    'dtr.bank.example/znyw/redis:7.2.11',
  ]);
});

const store =
  'ConfigMap PersistentVolumeClaim-backup PersistentVolumeClaim-data Service NetworkPolicy-backup NetworkPolicy ' +
  'Deployment CronJob-backup';

test.each([
  // Browsers come through an Ingress; drivers run in Pods, and call the stores by their Services.
  { data: prod, ingress: ' Ingress', storeOfDrivers: store },
  // Browsers come by NodePort; drivers run in YARN, and call the stores by a NodePort, too.
  { data: testEnvironment, ingress: '', storeOfDrivers: store.replace('Service', 'Service-outside Service') },
])('the objects of $data.name, literally', ({ data, ingress, storeOfDrivers }) => {
  const stream = 'ConfigMap NetworkPolicy Deployment';

  expect(objectsByFile(manifestsOf(data))).toEqual({
    'anomaly-alert': 'NetworkPolicy Deployment',
    'anomaly-autotrin': 'NetworkPolicy Deployment',
    'anomaly-config-api': 'Service NetworkPolicy Deployment PodDisruptionBudget',
    'anomaly-hadoop-client': 'ConfigMap',
    'anomaly-influx': storeOfDrivers,
    'anomaly-kpi-discovery': 'NetworkPolicy Deployment',
    'anomaly-locate-api': 'ConfigMap Service NetworkPolicy Deployment',
    'anomaly-mongo': storeOfDrivers,
    'anomaly-nginx': `ConfigMap Service NetworkPolicy Deployment${ingress} PodDisruptionBudget`,
    'anomaly-query-api': 'Service NetworkPolicy Deployment PodDisruptionBudget',
    'anomaly-stream-host': stream,
    'anomaly-stream-latency': stream,
    'anomaly-stream-response-rate': stream,
    'anomaly-stream-success-rate': stream,
    'anomaly-stream-volume': stream,
    'anomaly-train-api': 'ConfigMap Service NetworkPolicy Deployment',
    'focus-mysql': store,
    'focus-nginx': `ConfigMap Service NetworkPolicy Deployment${ingress} PodDisruptionBudget`,
    'focus-redis': store,
    'focus-web': 'Service NetworkPolicy Deployment',
  });
});

test('the requests are those of the budget: 6.05 CPU and 25.25 Gi where drivers run in Pods, less where they do not', () => {
  expect(build(prod).prepare().use.requests).toEqual({ cpuMillis: 6050, memoryBytes: 25_856 * 2 ** 20 });
  expect(build(testEnvironment).prepare().use.requests).toEqual({ cpuMillis: 4800, memoryBytes: 21_376 * 2 ** 20 });
});

test('dist/ holds a folder for each environment and nothing else', () => {
  expect(readdirSync(join(__dirname, 'dist')).sort()).toEqual(allEnvironments.map(({ name }) => name).sort());
});

test('two synths write the same bytes', () => {
  expect(build(prod).prepare().files).toEqual(build(prod).prepare().files);
});

test('a third environment is one data file and one line: here a copy of prod under another name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'znyw-'));
  const uat = { ...prod, name: 'uat', namespace: 'znyw-uat' };

  build(uat, folder).synth();

  expect(readdirSync(folder)).toEqual([...build(prod).prepare().files.keys()]);
  expect(readFileSync(join(folder, 'anomaly-mongo.k8s.yaml'), 'utf8')).toContain('namespace: znyw-uat');
  rmSync(folder, { recursive: true });
});

test('to import the program writes nothing: it synthesizes only when it is run', () => {
  expect(build(prod).outdir).toBe(join('dist', 'prod'));
});
