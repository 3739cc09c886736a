import type { Diagnosis } from '../judge/diagnose';
import type { DoctorFinding } from '../judge/finding';
import type { TextStyle } from './finding-lines';
import { reportText } from './report-text';

const english: TextStyle = { language: 'en', colours: false };
const looked = { namespace: 'znyw-prod', workloads: 19, pods: 4 };

const aFinding = (parts: Partial<DoctorFinding> = {}): DoctorFinding => ({
  id: 'quota-exceeded',
  severity: 'error',
  object: 'ResourceQuota/znyw-prod/quota',
  cause: { en: 'requests.cpu of 1 does not fit: 7.8 of 8 are used', zh: 'requests.cpu 需要 1，8 中已用 7.8' },
  evidence: ['event FailedCreate on ReplicaSet/web: exceeded quota', 'condition ReplicaFailure', 'third'],
  remedy: { en: 'Lower the requests of web by 0.8 CPU.', zh: '把 web 的 requests 降低 0.8 CPU。' },
  explains: ['Deployment/znyw-prod/web', 'Pod/znyw-prod/web-1'],
  ...parts,
});

const aDiagnosis = (parts: Partial<Diagnosis> = {}): Diagnosis => ({
  verdict: 'problems',
  findings: [aFinding()],
  unknown: [],
  quotas: [],
  ...parts,
});

test('the verdict stands first, then each cause with what shows it, what to do, where and what follows', () => {
  const where = {
    file: 'dist/prod/web.k8s.yaml',
    source: 'lib/environments/prod.ts',
    construct: 'focus/web/deployment',
    property: 'resources.requests.cpu',
  };

  expect(reportText(aDiagnosis({ findings: [aFinding({ where })] }), looked, english)).toBe(
    [
      'PROBLEMS znyw-prod: 1 error; 19 workloads, 4 Pods',
      '',
      '1. error quota-exceeded ResourceQuota/znyw-prod/quota',
      '   requests.cpu of 1 does not fit: 7.8 of 8 are used',
      '   seen:     event FailedCreate on ReplicaSet/web: exceeded quota',
      '   seen:     condition ReplicaFailure',
      '   to do:    Lower the requests of web by 0.8 CPU.',
      '   where:    dist/prod/web.k8s.yaml; edit lib/environments/prod.ts (focus/web/deployment): resources.requests.cpu',
      '   explains: 2 objects: Deployment/znyw-prod/web, Pod/znyw-prod/web-1',
      '',
    ].join('\n'),
  );
});

test('it is told in Chinese', () => {
  const text = reportText(aDiagnosis(), looked, { ...english, language: 'zh' });

  expect(text).toContain('有问题 znyw-prod：1 个错误；19 个工作负载，4 个 Pod\n');
  expect(text).toContain('   处理：把 web 的 requests 降低 0.8 CPU。\n');
});

test('what was not read is told once for each reason', () => {
  const reason = 'not allowed (403) as user ops';
  const unknown = [
    { question: 'nodes', reason },
    { question: 'storageclasses', reason },
  ];

  expect(reportText(aDiagnosis({ verdict: 'healthy', findings: [], unknown }), looked, english)).toBe(
    [
      'HEALTHY znyw-prod: 19 workloads, 4 Pods; 2 questions not answered',
      '',
      'Not looked at, so neither right nor wrong:',
      '  nodes, storageclasses: not allowed (403) as user ops',
      '',
    ].join('\n'),
  );
});

test('of many findings of one question the first are told in full, the others by name', () => {
  const findings = Array.from({ length: 1000 }, (_, index) =>
    aFinding({ object: `Pod/znyw-prod/web-${index}`, cause: { en: `${index} is wrong`, zh: '有误' } }),
  );

  const text = reportText(aDiagnosis({ findings }), looked, english);

  expect(text.split('\n').length).toBeLessThan(50);
  expect(text).toContain('995 more like this (quota-exceeded): Pod/znyw-prod/web-5, ');
  expect(text).toContain(', and 975 more\n');
});

test('what is the same of several objects is told once', () => {
  const findings = ['a', 'b', 'c'].map((name) => aFinding({ object: `Pod/znyw-prod/${name}`, explains: [] }));

  const text = reportText(aDiagnosis({ findings }), looked, english);

  expect(text).toContain('1. error quota-exceeded Pod/znyw-prod/a\n');
  expect(text).toContain('   also:     2 objects: Pod/znyw-prod/b, Pod/znyw-prod/c\n');
  expect(text).not.toContain('2. error');
});

test('a quota is a table, with what is nearly out of room first', () => {
  const quotas = [
    {
      object: 'ResourceQuota/znyw-prod/quota',
      resources: [{ resource: 'requests.cpu', used: '7800m', hard: '8', left: '0.2', percent: 97 }],
      fits: [
        { object: 'Deployment/znyw-prod/api', pods: 2 },
        { object: 'Deployment/znyw-prod/mongo', pods: 0 },
        { object: 'Deployment/znyw-prod/web', pods: 1 },
      ],
    },
  ];

  expect(reportText(aDiagnosis({ verdict: 'healthy', findings: [], quotas }), looked, english)).toBe(
    [
      'HEALTHY znyw-prod: 19 workloads, 4 Pods',
      '',
      'Quota quota',
      '                used   allowed  left',
      '  requests.cpu  7800m  8        0.2   [###################.]  97 %',
      '  would still fit: 1 × web, 2 × api',
      '  no more of: mongo',
      '',
    ].join('\n'),
  );
});

test('what others wrote cannot act on the terminal, and no password of a log is told', () => {
  const finding = aFinding({
    object: 'Pod/znyw-prod/\u001B[2Jweb',
    evidence: ['log: \u001B]0;owned\u0007 mongodb://app:hunter2@mongo\nsecond line', `event: ${'x'.repeat(5000)}`],
  });

  const text = reportText(aDiagnosis({ findings: [finding] }), looked, english);

  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F]|hunter2/);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThan(330);
});

test('colours are only there where they are wanted', () => {
  expect(reportText(aDiagnosis(), looked, { ...english, colours: true })).toContain('\u001B[1;31mPROBLEMS\u001B[0m');
});
