import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { inCluster, installKubectl, kubectlCalls, type ClusterTrouble } from './kubectl-stand-in';
import { AgentFolder, type StepRun } from './running-steps';

jest.setTimeout(60_000);

const LABELS = (name: string, component: string) =>
  ['part-of: znyw', 'managed-by: cdk8s', `component: ${component}`, `name: ${name}`]
    .map((label) => `    app.kubernetes.io/${label}\n`)
    .join('');

const anObject = (kind: string, name: string, component: string, spec: string) =>
  `---\napiVersion: v1\nkind: ${kind}\nmetadata:\n  labels:\n${LABELS(name, component)}  name: ${name}\n${spec}`;

/** The file of a workload: its Deployment first, so that an order that works is not that of the file. */
const aFile = (name: string, component: string, { cpu = 100, deadline = 480, replicas = 1 } = {}) =>
  `# ${name} (test)\n# Generated.\n` +
  anObject(
    'Deployment',
    name,
    component,
    `spec:\n  progressDeadlineSeconds: ${deadline}\n  replicas: ${replicas}\n  template:\n    metadata:\n      labels:\n` +
      `        app.kubernetes.io/component: store\n    spec:\n      cpu: ${cpu}m\n`,
  ) +
  anObject('ConfigMap', name, component, 'data:\n  a.conf: |\n    kind: Deployment\n    text ---\n') +
  anObject('PersistentVolumeClaim', `${name}-data`, component, 'spec:\n  size: 1\n') +
  anObject('CronJob', `${name}-backup`, 'backup', 'spec:\n  schedule: 0 2 * * *\n');

/** An agent with the YAML of a store and a client, whose name comes before that of the store. */
interface Apply {
  readonly agent: AgentFolder;
  readonly write: (name: string, component: string, settings?: Parameters<typeof aFile>[2]) => void;
  readonly apply: (...options: readonly string[]) => StepRun;
  readonly verify: () => StepRun;
  /** The calls that change something or wait, since the last time. */
  readonly changes: () => readonly string[];
}

function anAgent(trouble: ClusterTrouble, use: (apply: Apply) => void | Promise<void>): Promise<void> {
  return AgentFolder.use((agent) => {
    installKubectl(agent, trouble);
    const common = ['--namespace', 'znyw-test', '--state', agent.path('state')];
    let seen = 0;
    const write: Apply['write'] = (name, component, settings) => {
      agent.write(`yaml/${name}.k8s.yaml`, aFile(name, component, settings));
    };
    write('api', 'service');
    write('mongo', 'store', { deadline: 900 });
    return use({
      agent,
      write,
      apply: (...options) => agent.step('apply.sh', [...common, ...options, agent.path('yaml')]),
      verify: () => agent.step('verify.sh', common),
      changes: () => {
        const calls = kubectlCalls(agent).filter((call) => !/^(get|create)/.test(call));
        const fresh = calls.slice(seen);
        seen = calls.length;
        return fresh;
      },
    });
  });
}

test('the first apply asks about everything, then goes from what is needed over the stores to the others', () =>
  anAgent({}, ({ agent, apply, verify, changes }) => {
    expect(apply()).toMatchObject({ status: 0, stderr: '' });
    expect(changes()).toEqual([
      'apply --server-side --force-conflicts=false --dry-run=server --output name --filename split',
      'apply --server-side --force-conflicts=false --filename split/1-needed.yaml',
      'apply --server-side --force-conflicts=false --filename split/2-stores.yaml',
      'rollout status deployment/mongo --timeout=960s',
      'apply --server-side --force-conflicts=false --filename split/3-others.yaml',
    ]);
    expect(inCluster(agent)).toEqual([
      'configmap/api',
      'persistentvolumeclaim/api-data',
      'configmap/mongo',
      'persistentvolumeclaim/mongo-data',
      'deployment.apps/mongo',
      'deployment.apps/api',
      'cronjob.batch/api-backup',
      'cronjob.batch/mongo-backup',
    ]);
    expect(agent.read('state/changed')).toBe('deployment/mongo 960\ndeployment/api 540\n');
    expect(verify()).toMatchObject({ status: 0, stderr: '' });
  }));

test('the same YAML once more waits for nothing', () =>
  anAgent({}, ({ apply, verify, changes }) => {
    apply();
    verify();
    changes();

    expect(apply()).toMatchObject({ status: 0, stderr: '' });
    expect(verify().stdout).toBe('nothing changed that rolls out\n');
    expect(changes().filter((call) => call.startsWith('rollout'))).toEqual([]);
  }));

test('of two workloads, only the one that changed is waited for, longer where it has more Pods', () =>
  anAgent({}, ({ agent, write, apply, verify, changes }) => {
    apply();
    verify();
    changes();
    write('api', 'service', { cpu: 200, replicas: 2 });

    apply();
    expect(agent.read('state/changed')).toBe('deployment/api 1020\n');
    verify();

    expect(changes().filter((call) => call.startsWith('rollout'))).toEqual([
      expect.stringMatching(/^rollout status deployment\/api --timeout=10(20|19)s$/),
    ]);
  }));

test('what never came to an end in an earlier build is waited for again', () =>
  anAgent({ neverReady: ['deployment/api'] }, ({ agent, apply, verify }) => {
    apply();
    expect(verify()).toMatchObject({ status: 1 });

    apply();
    const { status, stderr } = verify();

    expect(status).toBe(1);
    expect(stderr).toContain('error verify.sh: did not become ready: deployment/api');
    expect(agent.read('state/failed')).toBe('deployment/api\n');
  }));

test('where a store does not come up, what needs it is left as it was', () =>
  anAgent({ neverReady: ['deployment/mongo'] }, ({ agent, apply }) => {
    const { status, stderr } = apply();

    expect(status).toBe(1);
    expect(stderr).toContain('error apply.sh: did not become ready: deployment/mongo');
    expect(inCluster(agent)).not.toContain('deployment.apps/api');
    expect(agent.read('state/failed')).toBe('deployment/mongo\n');
  }));

test('where the API server refuses one object, it is named and nothing is applied', () =>
  anAgent(
    { refuses: { 'deployment.apps/api': 'error: Apply failed with 1 conflict: conflict with "kubectl-set"' } },
    ({ agent, apply }) => {
      const { status, stderr } = apply();

      expect(status).toBe(1);
      expect(stderr).toContain('error: Apply failed with 1 conflict: conflict with "kubectl-set"\n');
      expect(stderr).toContain('error apply.sh: the API server refuses: deployment.apps/api ; nothing was applied\n');
      expect(inCluster(agent)).toEqual([]);
      expect(agent.read('state/changed')).toBe('');
    },
  ));

test('edits in the cluster are taken back only when asked', () =>
  anAgent({}, ({ apply, changes }) => {
    apply('--overwrite-edits', 'true');

    expect(changes().filter((call) => call.includes('--force-conflicts=true'))).toHaveLength(4);
  }));

describe('a workload that is not in the YAML any more', () => {
  const removed = (use: (apply: Apply) => void): Promise<void> =>
    anAgent({}, (apply) => {
      apply.write('old', 'service');
      apply.apply();
      apply.verify();
      apply.agent.run(['rm', apply.agent.path('yaml', 'old.k8s.yaml')]);
      apply.changes();
      use(apply);
    });

  test('is listed and stays', () =>
    removed(({ agent, apply }) => {
      expect(apply().stdout).toContain(
        `in the cluster and not in the YAML any more; workloads still count in the quota:
  deployment.apps/old
  cronjob.batch/old-backup
  configmap/old
  to delete them: build again with DELETE_REMOVED
`,
      );
      expect(inCluster(agent)).toContain('deployment.apps/old');
    }));

  test('is deleted when asked, its Pods before the new ones and its configuration after them, its claim never', () =>
    removed(({ agent, apply, changes }) => {
      const { stdout } = apply('--delete-removed', 'true');

      expect(changes().map((call) => call.replace(/ --(server|ignore).*/, ''))).toEqual([
        'apply',
        'apply',
        'delete deployment.apps/old',
        'delete cronjob.batch/old-backup',
        'apply',
        'apply',
        'delete configmap/old',
      ]);
      expect(inCluster(agent).filter((name) => name.includes('old'))).toEqual(['persistentvolumeclaim/old-data']);
      expect(stdout).toContain('they are never deleted here, as they hold data:\n  persistentvolumeclaim/old-data\n');
    }));

  test('does not become everything where the folder is empty', () =>
    removed(({ agent, apply, changes }) => {
      agent.run(['sh', '-c', 'rm yaml/*']);

      expect(apply('--delete-removed', 'true')).toMatchObject({ status: 1 });
      expect(changes()).toEqual([]);
    }));
});

test('a document without a kind stops the step before the cluster is asked', () =>
  anAgent({}, ({ agent, apply, changes }) => {
    agent.write('yaml/odd.k8s.yaml', 'metadata:\n  name: odd\n');

    const { status, stderr } = apply();

    expect(status).toBe(1);
    expect(stderr).toContain('odd.k8s.yaml: a document has no kind at the margin\n');
    expect(changes()).toEqual([]);
  }));

test.each(['test', 'prod'])('what is published for %s falls into the three parts, object for object', (environment) =>
  anAgent({}, ({ agent, apply }) => {
    const published = join(__dirname, '..', 'dist', environment);
    agent.run(['rm', '-r', agent.path('yaml')]);
    cpSync(published, agent.path('yaml'), { recursive: true });

    expect(apply()).toMatchObject({ status: 0, stderr: '' });

    const kinds = agent.run(['sh', '-c', 'cat yaml/* | grep -c ^kind:']).stdout.trim();
    expect(inCluster(agent)).toHaveLength(Number(kinds));
    const stores = kubectlCalls(agent).filter((call) => call.startsWith('rollout status'));
    expect(stores.map((call) => call.split(' ')[2])).toEqual([
      'deployment/anomaly-influx',
      'deployment/anomaly-mongo',
      'deployment/focus-mysql',
      'deployment/focus-redis',
    ]);
    expect(readdirSync(agent.path('temporary'))).toEqual([]);
  }),
);

test('a restart names a workload that there is, and is waited for', () =>
  anAgent({}, ({ agent, apply, verify, changes }) => {
    apply();
    verify();
    changes();
    const restart = (name: string) =>
      agent.step('restart.sh', ['--namespace', 'znyw-test', '--state', agent.path('state'), name]);

    expect(restart('apis').stderr).toContain(
      'error restart.sh: there is no workload apis in znyw-test\n  to fix: Name one of: api mongo ',
    );
    expect(restart('a; b')).toMatchObject({ status: 2 });
    expect(restart('api')).toMatchObject({ status: 0, stderr: '' });
    expect(agent.read('state/changed')).toBe('deployment/api 540\n');
    expect(changes()).toEqual(['rollout restart deployment/api']);
  }));

testsWithProgram('busybox', () => {
  test('the same calls come from the shell and the programs of Alpine', () =>
    anAgent({}, ({ agent, apply, changes }) => {
      apply();
      const expected = changes();
      agent.run(['rm', '-r', agent.path('cluster', 'objects.json')]);
      for (const program of ['awk', 'sed', 'grep', 'cut', 'tail', 'sort', 'tr', 'wc', 'date', 'mktemp']) {
        agent.standIn(program, `#!/bin/sh\nexec busybox ${program} "$@"\n`);
      }
      agent.standIn('sh', '#!/bin/dash\nexec busybox sh "$@"\n');

      expect(apply()).toMatchObject({ status: 0, stderr: '' });
      expect(changes()).toEqual(expected);
    }));
});
