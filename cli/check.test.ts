import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressIn, runZnyw } from './testing-terminal';

const CLOUD = ['--vms', '2', '--vm-cpu', '8', '--vm-memory', '32Gi'];
const GI = 2 ** 30;

/** A Deployment of two Pods that request 1 CPU and 2Gi, with limits of 2 CPU and 4Gi, and a surge of one Pod. */
const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: web:1
          resources:
            requests: {cpu: 1, memory: " 2Gi "}
            limits: {cpu: 2, memory: 4Gi}
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file and returns its path. */
function file(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

async function json(...args: readonly string[]) {
  const { code, out, err } = await runZnyw(['check', '--output', 'json', ...args]);
  expect(err).toBe('');
  return { code, report: JSON.parse(out) as Record<string, readonly Record<string, unknown>[]> };
}

test('what the last synth wrote is fine in every environment', async () => {
  const { code, report } = await json();

  expect(code).toBe(0);
  expect(report['capacity']?.map(({ environment }) => environment)).toEqual(['prod', 'test']);
  expect(report['findings']?.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(report['notRun']).toEqual([]);
  expect(report['unread']).toEqual([]);
});

test('an environment alone is its folder in dist/', async () => {
  const { code, report } = await json('--environment', 'prod');

  expect(code).toBe(0);
  expect(new Set(report['workloads']?.map(({ environment }) => environment))).toEqual(new Set(['prod']));
  expect(report['workloads']?.map((use) => use['file'])).toContain('dist/prod/focus-web.k8s.yaml');
});

test('the JSON has the sums, the workloads and what was not asked', async () => {
  const path = file('web.yaml', WEB);

  const { code, report } = await json(...CLOUD, '--rule', 'requests-within-quota', '--rule', 'own-namespace', path);

  expect(code).toBe(0);
  expect(report).toEqual({
    capacity: [
      {
        requests: { cpuMillis: 2000, memoryBytes: 4 * GI },
        requestsAllowed: { cpuMillis: 8000, memoryBytes: 32 * GI },
        rolloutPeak: { cpuMillis: 3000, memoryBytes: 6 * GI },
        rolloutPeakAllAtOnce: { cpuMillis: 3000, memoryBytes: 6 * GI },
        limitsAllowed: { cpuMillis: 5600, memoryBytes: 22 * GI },
      },
    ],
    workloads: [
      {
        file: path,
        kind: 'Deployment',
        namespace: 'shop',
        name: 'web',
        replicas: 2,
        peakPods: 3,
        podRequests: { cpuMillis: 1000, memoryBytes: 2 * GI },
        podLimits: { cpuMillis: 2000, memoryBytes: 4 * GI },
      },
    ],
    findings: [],
    notRun: [{ rule: 'own-namespace', reason: 'the namespace of the project is not known' }],
    unread: [],
  });
});

test('a finding of severity error exits with 1, in the words of the rule and with its file', async () => {
  const path = file('web.yaml', WEB);
  const small = ['--vms', '1', '--vm-cpu', '3', '--vm-memory', '32Gi'];

  const { code, out } = await runZnyw(['check', ...small, '--rule', 'requests-within-quota', path]);

  expect(code).toBe(1);
  expect(out)
    .toBe(`error requests-within-quota: the workloads request 2 CPU; the container cloud allows 1.5 (50 % of 1 VM of 3)
  biggest: web 2
  to fix: Lower requests by 0.5 CPU, for example web from 1 to 0.75 in each of its 2 Pods, or use 2 VMs.

use of  the objects          used  allowed
cpu     requests             2     1.5      [####################] 134 %
cpu     peak of one rollout  3     1.5      [####################] 200 %
cpu     all at their peak    3     1.5      [####################] 200 %
cpu     limits of one file   4     2.1      [####################] 191 %  ${path}
memory  requests             4Gi   16Gi     [#####...............]  25 %
memory  peak of one rollout  6Gi   16Gi     [#######.............]  37 %
memory  all at their peak    6Gi   16Gi     [#######.............]  37 %
memory  limits of one file   8Gi   22Gi     [#######.............]  36 %  ${path}

checked 1 object: 1 error, 0 warnings
`);
});

test('the shares are taken from the options', async () => {
  const shares = ['--requests-share', '100%', '--limits-share', '25'];

  const { report } = await json(...CLOUD, ...shares, file('web.yaml', WEB));

  expect(report['capacity']?.[0]).toMatchObject({
    requestsAllowed: { cpuMillis: 16_000, memoryBytes: 64 * GI },
    limitsAllowed: { cpuMillis: 2000, memoryBytes: 8 * GI },
  });
});

test('a file that cannot be read exits with 3, and the rest is checked all the same', async () => {
  const path = file('web.yaml', WEB);
  const broken = file('broken.yaml', 'a: 1\na: 2\n');

  const { code, out } = await runZnyw(['check', ...CLOUD, '--rule', 'limits-within-vm', path, broken, 'absent.yaml']);

  expect(code).toBe(3);
  expect(out).toContain(`not read absent.yaml: does not exist
not read ${broken}: line 2: has the key "a" twice in one object, the first in line 1

use of  the objects`);
  expect(out).toContain('checked 1 object: 0 errors, 0 warnings, 2 places not read\n');
});

test('a file that cannot be read weighs more than a finding in another', async () => {
  const small = ['--vms', '1', '--vm-cpu', '3', '--vm-memory', '32Gi'];

  const { code, report } = await json(
    ...small,
    '--rule',
    'requests-within-quota',
    file('web.yaml', WEB),
    'absent.yaml',
  );

  expect(code).toBe(3);
  expect(report['findings']).toHaveLength(1);
  expect(report['unread']).toEqual([{ file: 'absent.yaml', reason: 'does not exist' }]);
});

test('without an environment, rules that need one say that they were not run', async () => {
  const { out } = await runZnyw(['check', file('web.yaml', WEB)]);

  expect(out).toMatch(/^not run .*\blimits-within-vm\b.*: the VMs of the container cloud are not known$/m);
  expect(out).toMatch(/^not run .*\bimage-from-registry\b.*: the image registry of the project is not known$/m);
  expect(out).toMatch(/^not run .*\bown-namespace\b.*: the namespace of the project is not known$/m);
});

test('an acknowledged finding is shown with its reason and does not count', async () => {
  const acknowledged = WEB.replace(
    'namespace: shop}',
    'namespace: shop, annotations: {znyw/acknowledge.limits-within-vm: the VM is kept for it}}',
  );
  const small = ['--vms', '1', '--vm-cpu', '3', '--vm-memory', '32Gi'];

  const { code, out } = await runZnyw([
    'check',
    ...small,
    '--rule',
    'limits-within-vm',
    file('web.yaml', acknowledged),
  ]);

  expect(code).toBe(0);
  expect(out).toMatch(/^acknowledged limits-within-vm Deployment\/shop\/web: the VM is kept for it$/m);
});

test('on standard input each object is a file of its own, so that limits do not add up', async () => {
  const input = `${WEB}---\n${WEB.replaceAll('web', 'api')}`;

  const { code, out } = await runZnyw(['check', ...CLOUD, '--rule', 'limits-within-vm', '--output', 'json', '-'], {
    input,
  });

  expect(code).toBe(0);
  const { workloads } = JSON.parse(out) as { workloads: readonly { file: string; name: string }[] };
  expect(workloads.map(({ file: place, name }) => `${place} ${name}`)).toEqual(['-#2 api', '-#1 web']);
});

test('severities are coloured for a person and not for a file, nor with NO_COLOR', async () => {
  const args = ['check', '--rule', 'own-namespace', '--environment', 'prod', file('web.yaml', WEB)];

  const coloured = await runZnyw(args, { isTerminal: true });
  const plain = await runZnyw(args, { isTerminal: true, env: { NO_COLOR: '1' } });
  const piped = await runZnyw(args);

  expect(coloured.out.startsWith('\u001B[31merror\u001B[0m own-namespace')).toBe(true);
  expect(plain.out).toBe(piped.out);
  expect(plain.out).toMatch(/^error own-namespace/);
});

test('two runs print the same bytes', async () => {
  const args = ['check', '--output', 'json', '--environment', 'prod'];

  expect((await runZnyw(args)).out).toBe((await runZnyw(args)).out);
});

test.each([
  [['--environment', 'prd'], 'unknown environment "prd"; did you mean "prod"? known: test, prod'],
  [['--environment', 'prod', ...CLOUD], 'both --environment and --vms say what to judge by; leave one of the 2 out'],
  [['--vms', '2'], 'options --vms describe a part of a container cloud; --vm-cpu, --vm-memory are missing'],
  [
    ['--vms', '2', '--vm-cpu', '8', '--limits-share', '70%'],
    'options --vms, --vm-cpu, --limits-share describe a part of a container cloud; --vm-memory is missing',
  ],
  [[...CLOUD.slice(2), '--vms', '0'], '--vms is "0"; expected a whole number from 1 to 999999'],
  [
    ['--vms', '2', '--vm-cpu', '8C', '--vm-memory', '32Gi'],
    '--vm-cpu is "8C"; expected a quantity of Kubernetes above 0, such as 8',
  ],
  [
    ['--vms', '2', '--vm-cpu', '8', '--vm-memory', '0'],
    '--vm-memory is "0"; expected a quantity of Kubernetes above 0, such as 32Gi',
  ],
  [[...CLOUD, '--requests-share', '0.5'], '--requests-share is "0.5"; expected whole per cent from 1% to 100%'],
  [[...CLOUD, '--limits-share', '101%'], '--limits-share is "101%"; expected whole per cent from 1% to 100%'],
  [['--output', 'yaml'], 'unknown output "yaml"; known: text, json'],
])('%j is wrong usage', async (args, message) => {
  expect(await runZnyw(['check', ...args, 'absent.yaml'])).toEqual({ code: 2, out: '', err: `error: ${message}\n` });
});

test('an unknown rule is answered with the nearest one', async () => {
  const { code, err } = await runZnyw(['check', '--rule', 'limits-within-vms']);

  expect(code).toBe(2);
  expect(err).toMatch(
    /^error: unknown rule "limits-within-vms"; did you mean "limits-within-vm"\? known: acknowledgement-in-use, /,
  );
});

test('of a long check a person sees how far it is, though the report goes to a file', async () => {
  const objects = Array.from({ length: 1001 }, (_, index) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `m${index}` } }),
  );
  const args = ['check', '--output', 'json', file('all.json', objects.join('\n'))];

  const seen = await runZnyw(args, { errIsTerminal: true });
  const chinese = await runZnyw([...args, '--lang', 'zh'], { errIsTerminal: true });
  const piped = await runZnyw(args, { isTerminal: true });

  expect(progressIn(seen.err).shown.at(-1)).toBe('asking the rules about 1,001 objects');
  expect(progressIn(seen.err).rest).toBe('\r\u001B[K');
  expect(progressIn(chinese.err).shown.at(-1)).toBe('正在用规则检查 1,001 个对象');
  expect(piped).toEqual({ ...seen, err: '' });
});
