import { aCluster, anExpectation } from '../testing/a-cluster';
import { aClusterObject } from '../testing/cluster-objects';
import { aDeployment, aPod, aReplicaSet } from '../testing/cluster-workloads';
import { diagnose } from './diagnose';
import type { Symptom } from './finding';
import type { PlacedQuestion, Room } from './placed-question';

const web = aDeployment({ name: 'web' });
const replicaSet = aReplicaSet(web);
const pod = aPod(replicaSet);
const service = aClusterObject('v1', 'Service', {
  name: 'web',
  spec: { selector: { 'app.kubernetes.io/name': 'web' } },
});
const cluster = aCluster([web, replicaSet, pod, service]);

const WEB = 'Deployment/znyw-prod/web';
const POD = 'Pod/znyw-prod/web-5d4f8c7b9d-x2x4z';
const QUOTA = 'ResourceQuota/znyw-prod/quota';
const SERVICE = 'Service/znyw-prod/web';

const aSymptom = (object: string, parts: Partial<Symptom> = {}): Symptom => ({
  object,
  cause: { en: 'is wrong', zh: '有误' },
  evidence: [],
  remedy: { en: 'Correct it.', zh: '请修正。' },
  ...parts,
});

const aQuestion = (
  id: string,
  symptoms: readonly Symptom[],
  parts: Partial<PlacedQuestion> & { readonly room?: Room } = {},
): PlacedQuestion => ({
  id,
  severity: 'error',
  summary: { en: 'Is it wrong?', zh: '有误吗？' },
  room: 'refusals',
  ask: () => symptoms,
  ...parts,
});

const told = (questions: readonly PlacedQuestion[]) =>
  diagnose(cluster, anExpectation([]), questions).findings.map(({ id, explains }) => [id, explains]);

test('what a cause lists is folded under it, and so is what belongs to that', () => {
  const questions = [
    aQuestion('quota', [aSymptom(QUOTA, { explains: [WEB] })]),
    aQuestion('unavailable', [aSymptom(WEB)], { isConsequence: true }),
    aQuestion('terminating', [aSymptom(POD)], { room: 'serving' }),
  ];

  expect(told(questions)).toEqual([['quota', [WEB, POD]]]);
});

test('of a Pod that is listed itself there is only one story', () => {
  const questions = [
    aQuestion('node', [aSymptom('Node//vm-1', { explains: [POD] })], { room: 'pending' }),
    aQuestion('mount', [aSymptom(POD)], { room: 'waiting' }),
  ];

  expect(told(questions)).toEqual([['node', [POD]]]);
});

test('a consequence that explains its own object claims to be the cause', () => {
  const questions = [
    aQuestion('old-revision', [aSymptom(WEB, { explains: [WEB] })], { isConsequence: true }),
    aQuestion('memory', [aSymptom(POD)], { room: 'crashes' }),
  ];

  expect(told(questions).map(([id]) => id)).toEqual(['old-revision', 'memory']);
});

test('two causes on one workload are both told', () => {
  const questions = [
    aQuestion('image', [aSymptom(WEB)], { room: 'waiting' }),
    aQuestion('memory', [aSymptom(WEB)], { room: 'crashes' }),
  ];

  expect(told(questions)).toEqual([
    ['image', []],
    ['memory', []],
  ]);
});

test('that further Pods are refused does not explain why the first one crashes', () => {
  const questions = [
    aQuestion('quota', [aSymptom(QUOTA, { explains: [WEB] })]),
    aQuestion('memory', [aSymptom(WEB)], { room: 'crashes' }),
  ];

  expect(told(questions)).toEqual([
    ['quota', [WEB]],
    ['memory', []],
  ]);
});

test('a consequence is folded under any error on its workload, wherever it stands in the table', () => {
  const questions = [
    aQuestion('endpoints', [aSymptom(SERVICE)], { room: 'serving', isConsequence: true }),
    aQuestion('memory', [aSymptom(POD)], { room: 'crashes' }),
  ];

  expect(told(questions)).toEqual([['memory', [SERVICE]]]);
});

test('a warning on the same workload is not taken for the cause of an error', () => {
  const questions = [
    aQuestion('changed', [aSymptom(WEB)], { severity: 'warning', room: 'drift' }),
    aQuestion('endpoints', [aSymptom(SERVICE)], { room: 'serving', isConsequence: true }),
  ];

  expect(told(questions)).toEqual([
    ['endpoints', []],
    ['changed', []],
  ]);
});

test('a warning that says itself that it explains an error is one', () => {
  const { verdict, findings } = diagnose(cluster, anExpectation([]), [
    aQuestion('paused', [aSymptom(WEB, { explains: [WEB] })], { severity: 'warning' }),
    aQuestion('unavailable', [aSymptom(WEB)], { isConsequence: true }),
  ]);

  expect({ verdict, severities: findings.map(({ severity }) => severity) }).toEqual({
    verdict: 'problems',
    severities: ['error'],
  });
});

test('an empty namespace is not healthy, unless something else says what should be there', () => {
  expect(diagnose(aCluster([]), anExpectation([]), [])).toMatchObject({
    verdict: 'unknown',
    unknown: [{ question: 'whether anything runs' }],
  });
  expect(diagnose(aCluster([]), anExpectation([web]), []).verdict).toBe('healthy');
});

test('warnings alone are healthy', () => {
  const { verdict } = diagnose(cluster, anExpectation([]), [
    aQuestion('old', [aSymptom(WEB)], { severity: 'warning' }),
  ]);

  expect(verdict).toBe('healthy');
});

test('a question that throws is unknown, and never healthy', () => {
  const broken = aQuestion('broken', [], {
    ask: () => {
      throw new TypeError('no such field');
    },
  });

  expect(diagnose(cluster, anExpectation([]), [broken])).toMatchObject({
    verdict: 'unknown',
    findings: [],
    unknown: [{ question: 'broken', reason: 'could not be asked: no such field; a bug of znyw' }],
  });
});

test.each([
  ['pods', 'not allowed (403)', 'unknown'],
  ['services', 'not allowed (403)', 'unknown'],
  ['nodes', 'not allowed (403)', 'healthy'],
  ['secrets', 'not allowed (403)', 'healthy'],
])('a question that needs %s which are %s is not asked, and the verdict is %s', (plural, reason, verdict) => {
  const asked = jest.fn(() => []);

  const diagnosis = diagnose(aCluster([web], { unread: { [plural]: reason } }), anExpectation([]), [
    aQuestion('needy', [], { needs: [plural], ask: asked }),
  ]);

  expect(asked).not.toHaveBeenCalled();
  expect(diagnosis).toMatchObject({ verdict, unknown: [{ question: 'needy', reason: `${plural}: ${reason}` }] });
});

test('the line to change is that of the workload in dist/, with its source by what is to be changed', () => {
  const expected = {
    ...anExpectation([web], { source: 'lib/environments/prod.ts' }),
    sources: new Map([['dist/prod/web.k8s.yaml', ['lib/stacks/web.ts', 'lib/environments/prod.ts']]]),
  };
  const places = (property?: string) =>
    diagnose(cluster, expected, [aQuestion('q', [aSymptom(POD, property === undefined ? {} : { property })])])
      .findings[0]?.where;

  expect(places('resources.limits.memory of container web')).toEqual({
    file: 'dist/prod/web.k8s.yaml',
    source: 'lib/environments/prod.ts',
    property: 'resources.limits.memory of container web',
  });
  expect(places()).toEqual({
    file: 'dist/prod/web.k8s.yaml',
    source: 'lib/stacks/web.ts or lib/environments/prod.ts',
  });
});

test('errors come before warnings, each in the order of the table, and one question by object', () => {
  const questions = [
    aQuestion('early', [aSymptom(WEB)], { severity: 'warning' }),
    aQuestion('late', [aSymptom(SERVICE), aSymptom(QUOTA), aSymptom(QUOTA)], { room: 'drift' }),
  ];

  const { findings } = diagnose(cluster, anExpectation([]), questions);

  expect(findings.map(({ id, object }) => [id, object])).toEqual([
    ['late', QUOTA],
    ['late', SERVICE],
    ['early', WEB],
  ]);
});

test('what follows from a workload that is missing is folded under that too', () => {
  const missing = 'Deployment/znyw-prod/web';
  const questions = [
    aQuestion('quota', [aSymptom(QUOTA, { explains: [missing] })]),
    aQuestion('endpoints', [aSymptom(SERVICE)], { room: 'serving' }),
  ];

  const { findings } = diagnose(aCluster([service]), anExpectation([web]), questions);

  expect(findings.map(({ id, explains }) => [id, explains])).toEqual([['quota', [missing, SERVICE]]]);
});

test('what waits for a claim may have been changed by hand besides', () => {
  const waiting = aQuestion('claim', [aSymptom('PersistentVolumeClaim/znyw-prod/data', { explains: [WEB] })], {
    room: 'pending',
  });
  const changed = aQuestion('changed', [aSymptom(WEB)], { room: 'drift', severity: 'warning' });

  expect(told([waiting, changed]).map(([id]) => id)).toEqual(['claim', 'changed']);
});
