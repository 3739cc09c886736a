import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NAMESPACE } from '../lib/doctor/testing/cluster-objects';
import { aDeployment, aPod, aReplicaSet } from '../lib/doctor/testing/cluster-workloads';
import {
  answersWith,
  forbidden,
  installStandInKubectl,
  SAID,
  standInKubectl,
} from '../lib/doctor/testing/stand-in-kubectl';
import type { StandInAnswer } from '../lib/doctor/testing/stand-in-kubectl';
import type { CommandInput } from './command-input';
import { doctor as doctorCommand } from './doctor';
import { runDoctor } from './doctor/run-doctor';
import { runCommand } from './run-command';
import type { Terminal } from './terminal';
import { progressIn, runZnyw } from './testing-terminal';

const web = aDeployment();
const replicaSet = aReplicaSet(web);
const pod = aPod(replicaSet);
const healthy = [web, replicaSet, pod];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the doctor with a kubectl that is not there, so that a test takes no hundred processes. */
const doctor = async (answers: readonly StandInAnswer[], ...args: readonly string[]) => {
  const kubectl = standInKubectl(answers);
  const run = (_: string, words: readonly string[]) => kubectl(words, { timeoutMillis: 0, maxOutputBytes: 0 });
  const command = { ...doctorCommand, execute: (input: CommandInput, to: Terminal) => runDoctor(input, to, run) };
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env: {},
    stdin: noInput,
    isTerminal: false,
    errIsTerminal: false,
  };
  const code = await runCommand(['doctor', ...args], terminal, [command]);
  return { code, out, err };
};

const noInput = () => {
  throw new Error('standard input is not read');
};

test('a healthy namespace is healthy', async () => {
  const { code, out, err } = await doctor(answersWith(healthy), '--namespace', NAMESPACE);

  expect({ code, out, err }).toEqual({ code: 0, out: 'HEALTHY znyw-prod: 1 workload, 1 Pod\n', err: '' });
});

test('the kubectl on the PATH is asked with the kubeconfig and the context, and only to read', async () => {
  installStandInKubectl(join(folder, 'bin'), answersWith(healthy));
  const args = ['--namespace', NAMESPACE, '--kubeconfig', 'k.yaml', '--context', 'c'];

  const { out } = await runZnyw(['doctor', ...args], { env: { PATH: join(folder, 'bin') } });

  expect(out).toBe('HEALTHY znyw-prod: 1 workload, 1 Pod\n');

  const calls = readFileSync(join(folder, 'bin', 'calls'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(calls).toContain(
    '--kubeconfig k.yaml --context c --request-timeout=20s get deployments.apps -n znyw-prod -o json',
  );
  expect(
    calls.every((call) => /^--kubeconfig k\.yaml --context c --request-timeout=\d+s (?:get|logs) /.test(call)),
  ).toBe(true);
});

test('without --namespace it is that of the context', async () => {
  const { out } = await doctor([{ to: 'config view', stdout: NAMESPACE }, ...answersWith(healthy)]);

  expect(out).toBe('HEALTHY znyw-prod: 1 workload, 1 Pod\n');
});

test.each([
  ['401', SAID.unauthorized, 'error: the cluster does not accept this token or certificate: ', 'token'],
  ['no route', SAID.refused, 'error: the cluster cannot be reached: ', 'VPN'],
  ['a time-out', SAID.timeOut, 'error: the cluster does not answer in time: ', 'firewall'],
  ['TLS', SAID.certificate, 'error: the certificate of the cluster is not trusted', 'certificate-authority-data'],
  ['the context', SAID.noContext, 'error: the kubeconfig, or a context', '--context'],
  ['the namespace', SAID.noNamespace, 'error: the cluster has no namespace znyw-prod', '--namespace'],
])('%s: it could not look, and says what to check', async (_, stderr, error, remedy) => {
  const { code, out, err } = await doctor([{ stderr }], '--namespace', NAMESPACE);

  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err.startsWith(error)).toBe(true);
  expect(err).toMatch(new RegExp(`\n  to fix: .*${remedy}`));
});

test('without kubectl it says so', async () => {
  const { code, err } = await runZnyw(['doctor', '--namespace', NAMESPACE], { env: { PATH: folder } });

  expect({ code, err }).toEqual({
    code: 3,
    err: 'error: kubectl cannot be run: there is no program kubectl on the PATH\n  to fix: Install kubectl, or have it on the PATH; or save the cluster elsewhere with --save and judge it here with --from.\n',
  });
});

test('for a program, what could not be looked at is unknown', async () => {
  const { code, out } = await doctor([{ stderr: SAID.refused }], '--namespace', NAMESPACE, '--output', 'json');

  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({ verdict: 'unknown', findings: [], quota: {} });
});

test('what may not be read and matters is unknown', async () => {
  const answers = [{ to: 'get events', stderr: forbidden('events') }, ...answersWith(healthy)];

  const { code, out } = await doctor(answers, '--namespace', NAMESPACE);

  expect(code).toBe(3);
  expect(out).toMatch(/^UNKNOWN znyw-prod: /);
  expect(out).toContain('not allowed (403) as user system:serviceaccount:znyw-prod:reader');
});

test('a token that may read only its namespace is enough', async () => {
  const answers = [
    { to: 'get nodes', stderr: forbidden('nodes') },
    { to: 'get storageclasses', stderr: forbidden('storageclasses') },
    { to: 'get persistentvolumes.', stderr: forbidden('persistentvolumes') },
    { to: 'get --raw', stderr: forbidden('namespaces') },
    ...answersWith(healthy),
  ];

  const { code, out } = await doctor(answers, '--namespace', NAMESPACE);

  expect(code).toBe(0);
  expect(out).toMatch(/^HEALTHY znyw-prod: .* not answered\n/);
});

test('what was saved is judged alike, without a cluster', async () => {
  const saved = join(folder, 'saved');
  const live = await doctor(answersWith(healthy), '--namespace', NAMESPACE, '--save', saved, '--output', 'json');

  const later = await runZnyw(['doctor', '--from', saved, '--output', 'json'], { env: { PATH: '' } });

  expect(later).toEqual({ code: 0, out: live.out, err: '' });
});

test('what kubectl prints is judged from standard input', async () => {
  const input = JSON.stringify({ kind: 'List', items: healthy });

  const { code, out } = await runZnyw(['doctor', '--from', '-'], { input });

  expect(code).toBe(3);
  expect(out).toContain('events');
});

test('a folder without any object is no healthy cluster', async () => {
  const { code, err } = await runZnyw(['doctor', '--from', folder]);

  expect(code).toBe(3);
  expect(err).toContain(`error: ${folder} has no file *.yaml, *.yml or *.json\n  to fix: Name a folder`);
});

test('files of several namespaces have to be told apart', async () => {
  writeFileSync(
    join(folder, 'a.json'),
    JSON.stringify({ kind: 'List', items: [web, aDeployment({ namespace: 'b' })] }),
  );

  const { code, err } = await runZnyw(['doctor', '--from', folder]);

  expect({ code, err }).toEqual({
    code: 2,
    err: 'error: the files hold 2 namespaces; say with --namespace which: b, znyw-prod\n',
  });
});

test.each([
  [['--namespace', 'A B'], '--namespace is "A B", which no namespace can be called'],
  [['--output', 'yml'], 'unknown output "yml"'],
  [['--environment', 'prd', '--from', 'x'], 'unknown environment "prd"; did you mean "prod"?'],
  [['--from', 'x', '--context', 'c'], '--from judges files, and --kubeconfig and --context name a cluster'],
])('%j is refused', async (args, message) => {
  const { code, err } = await runZnyw(['doctor', ...args]);

  expect(code).toBe(2);
  expect(err).toContain(`error: ${message}`);
});

test('an unknown workload is refused with the nearest name', async () => {
  const { code, err } = await doctor(answersWith(healthy), '--namespace', NAMESPACE, 'wep');

  expect({ code, err }).toEqual({ code: 2, err: 'error: unknown workload "wep"; did you mean "web"? known: web\n' });
});

test('with an environment, its namespace is read and dist/ is expected there', async () => {
  const { code, out } = await doctor(answersWith(healthy), '--environment', 'prod', 'anomaly-mongo');

  expect(out).toContain(' znyw-prod: ');
  expect([0, 1]).toContain(code);
});

test('of a large saved cluster a person sees what is done, and the report stands alone', async () => {
  const items = Array.from({ length: 5001 }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: `m${index}`, namespace: NAMESPACE },
  }));
  writeFileSync(join(folder, 'all.json'), JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  const args = ['doctor', '--from', folder];

  const seen = await runZnyw(args, { errIsTerminal: true });
  const chinese = await runZnyw([...args, '--lang', 'zh'], { errIsTerminal: true });
  const piped = await runZnyw(args);

  expect(progressIn(seen.err).shown.at(-1)).toMatch(/^asking \d+ questions about 5,001 objects$/);
  expect(progressIn(seen.err).rest).toBe('\r\u001B[K');
  expect(progressIn(chinese.err).shown.at(-1)).toMatch(/^正在就 5,001 个对象逐一检查 \d+ 个问题$/);
  expect(piped).toEqual({ ...seen, err: '' });
});
