import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Include, Size, Testing } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { build } from './build-app';
import type { Environment } from '../environments/environment';
import { prod } from '../environments/prod';
import { OperatorError } from '../operator-error';
import { EnvironmentApp } from './environment-app';

/** Production with one workload's settings changed. */
function prodWith(name: keyof typeof prod.workloads, change: object): Environment {
  return { ...prod, workloads: { ...prod.workloads, [name]: { ...prod.workloads[name], ...change } } };
}

/** Everything that an app is refused for, as text. */
function reasonsOf(app: EnvironmentApp): string {
  try {
    app.prepare();
  } catch (error) {
    if (error instanceof OperatorError) {
      return error.message;
    }
    throw error;
  }
  return '';
}

const hungryInflux = prodWith('anomaly-influx', { cpu: { request: Cpu.millis(5600), limit: Cpu.millis(5600) } });

const OVER_THE_ALLOWANCE =
  /error requests-within-quota prod: the workloads request [\d.]+ CPU; the container cloud allows 8 \(50 % of 2 VMs of 8\)/;

const podWithoutResources = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'bare' },
  spec: { containers: [{ name: 'c', image: 'dtr.bank.example/znyw/nginx:1.26.3' }] },
};

const bareFinding = `error resources-declared Pod/znyw-prod/bare spec.containers[c].resources:
  container c has no requests.cpu, no requests.memory, no limits.cpu, no limits.memory; the quota demands requests.cpu, requests.memory, limits.cpu and limits.memory of every container
  to fix: Set the size of the container where the workload is defined; a request that is left out becomes its limit.`;

test('a sum of requests over the allowance is refused, with what to lower and by how much', () => {
  const app = new EnvironmentApp(prod, 'dist');
  const pod = (cpu: string) => ({
    containers: [
      {
        name: 'c',
        image: 'dtr.bank.example/znyw/nginx:1.26.3',
        resources: { requests: { cpu, memory: '1Gi' }, limits: { cpu, memory: '1Gi' } },
      },
    ],
  });
  new ApiObject(new Chart(app, 'large'), 'pod', { ...podWithoutResources, spec: pod('5') });
  new ApiObject(new Chart(app, 'small'), 'pod', { ...podWithoutResources, spec: pod('3500m') });

  expect(reasonsOf(app)).toContain(
    `error requests-within-quota prod: the workloads request 8.5 CPU; the container cloud allows 8 (50 % of 2 VMs of 8)
  biggest: bare 5, bare 3.5
  to fix: Lower requests by 0.5 CPU, for example bare from 5 to 4.5, or raise vms to 3 in lib/environments/prod.ts.`,
  );
});

test('a workload whose request is raised is refused by the sum of all', () => {
  expect(reasonsOf(build(hungryInflux))).toMatch(OVER_THE_ALLOWANCE);
});

test('limits over what one YAML may have are refused, with both numbers', () => {
  const large = prodWith('focus-web', {
    memory: { request: Size.gibibytes(1), limit: Size.gibibytes(23) },
  });

  expect(reasonsOf(build(large))).toBe(
    `error limits-within-vm Deployment/znyw-prod/focus-web spec.template.spec.containers[focus-web].resources.limits.memory:
  is 23Gi; one YAML may have 22Gi (70 % of a VM of 32Gi)
  to fix: Lower the limit to 22Gi in lib/environments/prod.ts, or split the workload.`,
  );
});

test('a raw ApiObject is judged like a workload of ours', () => {
  const app = build(prod);
  new ApiObject(new Chart(app, 'extra', { namespace: 'znyw-prod' }), 'pod', podWithoutResources);

  expect(reasonsOf(app)).toContain(bareFinding);
});

test('an included YAML is judged like a workload of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'znyw-'));
  const url = join(folder, 'pod.yaml');
  writeFileSync(url, JSON.stringify(podWithoutResources));
  const app = build(prod);

  new Include(new Chart(app, 'extra', { namespace: 'znyw-prod' }), 'include', { url });

  expect(reasonsOf(app)).toContain(bareFinding);
  rmSync(folder, { recursive: true });
});

test('the objects of a List are judged one by one', () => {
  const app = build(prod);
  const items = [{ ...podWithoutResources, metadata: { name: 'bare', namespace: 'znyw-prod' } }];
  new ApiObject(new Chart(app, 'extra'), 'list', { apiVersion: 'v1', kind: 'List', items });

  expect(reasonsOf(app)).toContain(bareFinding);
});

test('Testing.synth of any chart sees the findings', () => {
  const app = build(hungryInflux);
  const chart = app.node.findAll().find((construct): construct is Chart => construct instanceof Chart);

  expect(() => Testing.synth(chart as Chart)).toThrow(OVER_THE_ALLOWANCE);
});

test('Testing.synth of a chart gives its objects where nothing is wrong', () => {
  const chart = build(prod).node.findChild('focus').node.findChild('web') as Chart;

  expect(Testing.synth(chart).map(({ kind }: { kind: string }) => kind)).toContain('Deployment');
});

test('every reason is given at once: rules, validations of constructs, and objects that cannot be rendered', () => {
  const app = build(hungryInflux);
  const chart = new Chart(app, 'extra', { namespace: 'znyw-prod' });
  chart.node.addValidation({ validate: () => ['is not finished'] });
  new ApiObject(chart, 'pod', podWithoutResources);
  new ApiObject(chart, 'odd', { apiVersion: 'v1', kind: 'ConfigMap', data: { when: new Date(0) } });

  const reasons = reasonsOf(app);

  expect(reasons).toMatch(OVER_THE_ALLOWANCE);
  expect(reasons).toContain(bareFinding);
  expect(reasons).toContain('error construct extra:\n  is not finished');
  expect(reasons).toContain("Failed serializing construct at path 'extra/odd'");
});

test('what is refused writes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'znyw-'));

  expect(() => build(hungryInflux, folder).synth()).toThrow(OperatorError);

  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test('what is added after a synth is seen by the next one', () => {
  const app = build(prod);
  app.prepare();
  new ApiObject(new Chart(app, 'extra', { namespace: 'znyw-prod' }), 'pod', podWithoutResources);

  expect(reasonsOf(app)).toContain(bareFinding);
});

test('a file is named by the ids on the way to its chart, whatever depends on what', () => {
  const app = build(prod);
  const extra = new Chart(app, 'extra', { namespace: 'znyw-prod' });
  new ApiObject(extra, 'map', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'extra' } });
  extra.addDependency(app.node.findChild('focus').node.findChild('web'));

  const names = [...app.prepare().files.keys()];

  expect(names).toContain('extra.k8s.yaml');
  expect(names).toContain('anomaly-mongo.k8s.yaml');
});

test('two charts that would be written to one file are refused', () => {
  const app = build(prod);
  new Chart(app, 'anomaly-mongo');

  expect(reasonsOf(app)).toBe(
    'charts anomaly/mongo and anomaly-mongo would both be written to anomaly-mongo.k8s.yaml; rename one of the 2',
  );
});

test('the head of a file says what it is, what to edit instead, and its share of the quota', () => {
  const head = build(prod).prepare().files.get('anomaly-mongo.k8s.yaml')?.split('\n').slice(0, 4);

  expect(head).toEqual([
    '# anomaly-mongo (prod): MongoDB: KPI configuration, trained models, anomalies',
    '# Generated; a change here is lost with the next synth. Edit lib/stacks/anomaly-stack.ts or lib/environments/prod.ts.',
    '# 本文件由程序生成，在此修改会被下次生成覆盖；请改 lib/stacks/anomaly-stack.ts 或 lib/environments/prod.ts。',
    '# Requests 0.5 CPU and 3Gi, of 8 CPU and 32Gi for everything that runs; limits 2.5 CPU and 3.5Gi, of 5.6 CPU and 22Gi for one file.',
  ]);
});

test('a stopped workload has no Pod, says so in its head, and keeps its claims', () => {
  const text = build(prodWith('anomaly-mongo', { stopped: true }))
    .prepare()
    .files.get('anomaly-mongo.k8s.yaml');

  expect(text).toContain(
    '# Stopped in lib/environments/prod.ts: no Pod runs, its claims stay and are counted. 已停用，存储保留。\n',
  );
  expect(text).toContain('  replicas: 0\n');
  expect(text).toContain('kind: PersistentVolumeClaim');
});

test('an environment with wrong data makes no app', () => {
  expect(() => new EnvironmentApp({ ...prod, namespace: 'Znyw' }, 'dist')).toThrow(
    'error environment prod namespace:\n  is "Znyw"; expected a DNS label',
  );
});
