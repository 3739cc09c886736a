import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { installKubectl, kubectlCalls } from './kubectl-stand-in';
import { AgentFolder, type StepRun } from './running-steps';

const QUOTA =
  'Error creating: pods "focus-web-5c4-x" is forbidden: exceeded quota: znyw, requested: requests.cpu=600m, used: requests.cpu=7800m, limited: requests.cpu=8';

const EVENTS = `LAST                   TYPE      KIND         NAME                 REASON         MESSAGE
2026-01-01T00:00:00Z   Warning   ReplicaSet   focus-web-5c45bd9586   FailedCreate   ${QUOTA}
2026-01-01T00:00:01Z   Warning   Pod          focus-mysql-5c4-x      BackOff        Back-off restarting failed container`;

const DESCRIPTION = `Name:             focus-web-5c4-x
Labels:           app.kubernetes.io/name=focus-web
Status:           Running
Containers:
  focus-web:
    Image:         dtr.test.bank.example/znyw/focus-web:1.0.0
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       OOMKilled
      Exit Code:    137
    Restart Count:  7
    Environment:
      MYSQL_HOST:      focus-mysql
      MYSQL_PASSWORD:  <set to the key 'focus-password' in secret 'focus-mysql-credentials'>  Optional: false
Tolerations:     node.kubernetes.io/not-ready:NoExecute op=Exists for 300s`;

const LOG = `[pod/focus-web-5c4-x/focus-web] connecting to mysql://focus:hunter2@focus-mysql:3306/focus
[pod/focus-web-5c4-x/focus-web] {"password": "hunter2", "user": "focus"}
[pod/focus-web-5c4-x/focus-web] INFLUXDB_ADMIN_PASSWORD:hunter2
[pod/focus-web-5c4-x/focus-web] ${'x'.repeat(1000)}
${'[pod/focus-web-5c4-x/focus-web] again\n'.repeat(100)}[pod/focus-web-5c4-x/focus-web] the last line`;

const ANSWERS = {
  'get pods': 'pod/focus-web-5c4-x',
  'get events': EVENTS,
  'get deployments.apps,': 'NAME   DESIRED   CURRENT   READY\nreplicaset.apps/focus-web-5c45bd9586   1   0   0',
  'get deployments.apps --selector': 'Deployment   focus-redis   2   660   1   ProgressDeadlineExceeded',
  'describe pod/focus-web-5c4-x': DESCRIPTION,
  'logs pod/focus-web-5c4-x': LOG,
};

function diagnosed(
  use: (agent: AgentFolder, diagnose: (...words: readonly string[]) => StepRun) => void,
): Promise<void> {
  return AgentFolder.use((agent) => {
    installKubectl(agent, { answers: ANSWERS });
    // Whoever has znyw on the PATH of this machine shall not have other results.
    agent.standIn('znyw', '#!/bin/sh\nexit 3\n');
    const common = ['--namespace', 'znyw-test', '--environment', 'test', '--state', agent.path('state')];
    use(agent, (...words) => agent.step('diagnose.sh', [...common, ...words]));
  });
}

test('what failed is told: how its containers ended, and last the events, that of a quota among them', () =>
  diagnosed((agent, diagnose) => {
    agent.write('state/failed', 'deployment/focus-web\n');

    const { status, stdout, stderr } = diagnose();

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`      Reason:       OOMKilled\n      Exit Code:    137\n`);
    expect(stdout.indexOf(QUOTA)).toBeGreaterThan(stdout.indexOf('OOMKilled'));
    expect(stdout).not.toContain('focus-mysql-5c4-x');
    expect(stdout).not.toContain('Tolerations');
    expect(kubectlCalls(agent).filter((call) => call.startsWith('logs'))).toEqual([
      'logs pod/focus-web-5c4-x --all-containers --prefix --tail=40',
      'logs pod/focus-web-5c4-x --all-containers --prefix --previous --tail=40',
    ]);
  }));

test('no Secret is read, and a password that a program prints itself is covered', () =>
  diagnosed((agent, diagnose) => {
    const { stdout } = diagnose('--lines', '200', 'focus-web');

    expect(kubectlCalls(agent).join('\n')).not.toMatch(/secret/i);
    expect(stdout).toContain('mysql://focus:****@focus-mysql:3306/focus');
    expect(stdout).toContain('{"password": ****, "user": "focus"}');
    expect(stdout).not.toContain('hunter2');
  }));

test('each part keeps its end, and no line is longer than a screen or two', () =>
  diagnosed((_, diagnose) => {
    const { stdout } = diagnose('--lines', '10', 'focus-web');

    expect(stdout).toContain('the last line');
    expect(stdout.match(/again/g)).toHaveLength(18);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(400);
  }));

test('where nothing is known to have failed, it is what has not come to an end', () =>
  diagnosed((_, diagnose) => {
    expect(diagnose().stdout).toContain('===== focus-redis\n');
  }));

testsWithProgram('node', () => {
  test('the doctor takes its place where it is on the agent', () =>
    diagnosed((agent, diagnose) => {
      agent.standIn('znyw', '#!/bin/sh\necho "the doctor was called with $*"\nexit 1\n');

      expect(diagnose('focus-web')).toEqual({
        status: 0,
        stdout: 'the doctor was called with doctor --environment test\n',
        stderr: '',
      });
      expect(kubectlCalls(agent)).toEqual([]);
    }));
});
