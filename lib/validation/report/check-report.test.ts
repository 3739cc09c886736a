import type { Rule } from '../rule';
import { aCloud, aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import { checkReport } from './check-report';

const web = aWorkload({ spec: { replicas: 2 }, containers: [aSizedContainer('web', '1/2Gi', '2/4Gi')] });

/** A policy that every object departs from. */
const named = (id: string): Rule => ({
  id,
  class: 'policy',
  severity: 'error',
  summary: 'Nothing is.',
  remedy: 'Remove it.',
  check: (manifests) => manifests.map((manifest) => ({ manifest, field: '', message: 'is' })),
});

test('the capacity of a set is its sums against what is allowed', () => {
  const { sets } = checkReport([{ environment: { name: 'prod', cloud: aCloud() }, manifests: [web, aCronJob()] }]);

  expect(sets.map(({ capacity }) => capacity)).toEqual([
    {
      environment: 'prod',
      requests: { cpuMillis: 2000, memoryBytes: 4 * 2 ** 30 },
      requestsAllowed: { cpuMillis: 8000, memoryBytes: 32 * 2 ** 30 },
      rolloutPeak: { cpuMillis: 3000, memoryBytes: 6 * 2 ** 30 },
      rolloutPeakAllAtOnce: { cpuMillis: 3100, memoryBytes: 6 * 2 ** 30 + 128 * 2 ** 20 },
      limitsAllowed: { cpuMillis: 5600, memoryBytes: 22 * 2 ** 30 },
    },
  ]);
});

test('without a container cloud nothing is allowed or refused, and a DaemonSet counts once', () => {
  const agent = aWorkload({ kind: 'DaemonSet', name: 'agent' });

  const { sets } = checkReport([{ environment: {}, manifests: [agent] }]);

  expect(sets).toEqual([
    {
      capacity: {
        requests: { cpuMillis: 100, memoryBytes: 128 * 2 ** 20 },
        rolloutPeak: { cpuMillis: 100, memoryBytes: 128 * 2 ** 20 },
        rolloutPeakAllAtOnce: { cpuMillis: 100, memoryBytes: 128 * 2 ** 20 },
      },
    },
  ]);
});

test('workloads are sorted by namespace, kind and name, with the Pods of their steady state and of their peak', () => {
  const objects = [web, aCronJob(), aWorkload({ name: 'api' })];

  const { workloads } = checkReport([{ environment: { name: 'prod' }, manifests: objects }]);

  expect(workloads).toEqual([
    {
      environment: 'prod',
      file: 'backup.k8s.yaml',
      kind: 'CronJob',
      namespace: 'znyw-prod',
      name: 'backup',
      replicas: 0,
      peakPods: 1,
      podRequests: { cpuMillis: 100, memoryBytes: 128 * 2 ** 20 },
      podLimits: { cpuMillis: 200, memoryBytes: 256 * 2 ** 20 },
    },
    expect.objectContaining({ kind: 'Deployment', name: 'api', replicas: 1, peakPods: 2 }),
    expect.objectContaining({ kind: 'Deployment', name: 'web', replicas: 2, peakPods: 3 }),
  ]);
});

test('each set is judged by itself', () => {
  const one = { environment: { name: 'test', cloud: aCloud({ vms: 1 }) }, manifests: [web] };
  const other = { environment: { name: 'prod', cloud: aCloud() }, manifests: [web, web] };

  const { sets } = checkReport([one, other]);

  expect(sets.map(({ capacity: { environment, requests } }) => [environment, requests.cpuMillis])).toEqual([
    ['test', 2000],
    ['prod', 4000],
  ]);
});

test('only the rules asked for are reported on', () => {
  const { findings } = checkReport([{ environment: {}, manifests: [web] }], new Set(['two']), [
    named('one'),
    named('two'),
  ]);

  expect(findings.map(({ rule }) => rule)).toEqual(['two']);
});

test('the acknowledgement of a rule that is not reported on is no mistake', () => {
  const manifest = aWorkload({ annotations: { 'znyw/acknowledge.one': 'it has to be' } });
  const rules = [named('one'), named('two')];

  const { findings, acknowledged } = checkReport(
    [{ environment: {}, manifests: [manifest] }],
    new Set(['two', 'acknowledgement-in-use']),
    rules,
  );

  expect(findings.map(({ rule }) => rule)).toEqual(['two']);
  expect(acknowledged).toEqual([]);
});

test('a rule that no set could be asked about is reported once', () => {
  const rule: Rule = { ...named('one'), needs: ['cloud'] };
  const set = { environment: {}, manifests: [] };

  expect(checkReport([set, set], undefined, [rule]).notRun).toEqual([
    { rule: 'one', reason: 'the VMs of the container cloud are not known' },
  ]);
});
