import type { ObjectChange } from '../../review/diff/object-change';
import type { SetDiff } from '../../review/diff/set-diff';
import { logMessage } from './log-message';
import type { LogFacts } from './log-message';

const GIB = 2 ** 30;

function aDiff(parts: Partial<SetDiff> = {}): SetDiff {
  return {
    objects: [],
    images: [],
    same: 80,
    quota: {
      before: { cpuMillis: 6050, memoryBytes: 25 * GIB },
      after: { cpuMillis: 6150, memoryBytes: 26 * GIB },
      allowed: { cpuMillis: 8000, memoryBytes: 32 * GIB },
      rolloutPeakAfter: { cpuMillis: 6750, memoryBytes: 27 * GIB },
      peakAllAtOnceAfter: { cpuMillis: 7000, memoryBytes: 28 * GIB },
    },
    ...parts,
  };
}

function aChange(parts: Partial<ObjectChange> & Pick<ObjectChange, 'object'>): ObjectChange {
  return { change: 'changed', effects: ['none'], restarts: [], notes: [], fields: [], ...parts };
}

function facts(parts: Partial<LogFacts> = {}): LogFacts {
  return {
    environment: 'prod',
    source: 'abc',
    plan: { added: [], changed: ['web.k8s.yaml'], marked: [], deleted: [], drifts: [], list: '', isEmpty: false },
    diff: aDiff(),
    unread: [],
    overwritten: [],
    ...parts,
  };
}

test('it says what was published, what restarts, and the requests before and after', () => {
  expect(logMessage(facts())).toBe(`Publish prod

source: abc
changed: web.k8s.yaml
objects: 0 removed, 0 changed, 0 added
restarts: none
requests before: 6.05 CPU and 25Gi
requests after: 6.15 CPU and 26Gi, of 8 CPU and 32Gi allowed
rollout peak after: 6.75 CPU and 27Gi
`);
});

test('it begins with the words of the person, and names all there is', () => {
  const objects = [
    aChange({ object: 'PersistentVolumeClaim/n/d', change: 'removed', effects: ['data-lost'] }),
    aChange({
      object: 'Deployment/n/r',
      effects: ['restarts'],
      restarts: ['Deployment/n/r'],
      fields: [{ path: 'spec.template.spec.containers[r].image', before: 'r:1', after: 'r:2' }],
    }),
    aChange({ object: 'StatefulSet/n/s', effects: ['refused'], fields: [{ path: 'spec.serviceName' }] }),
    aChange({ object: 'Deployment/n/a', change: 'added' }),
  ];
  const images = [
    { workload: 'Deployment/n/a', container: 'a', after: 'a:1' },
    { workload: 'Deployment/n/r', container: 'r', before: 'dtr.example/r:1', after: 'dtr.example/r:2' },
    { workload: 'Deployment/n/s', container: 's', before: 's:1' },
  ];

  const text = logMessage(
    facts({
      message: '  OPS-1：扩容\r\n第二行\u0007 ',
      plan: {
        added: ['a.k8s.yaml'],
        changed: [],
        marked: ['m.k8s.yaml'],
        deleted: ['d.k8s.yaml', 'e.k8s.yaml'],
        drifts: [],
        list: '',
        isEmpty: false,
      },
      diff: aDiff({ objects, images }),
      unread: ['x.k8s.yaml'],
      overwritten: ['SVN revision 7 (li) changed prod/a.k8s.yaml by hand since it was published'],
    }),
  );

  expect(text).toBe(`OPS-1：扩容
第二行\\u0007

source: abc
added: a.k8s.yaml
marked as published: m.k8s.yaml
deleted: d.k8s.yaml, e.k8s.yaml
objects: 1 removed, 2 changed, 1 added
data is lost: PersistentVolumeClaim/n/d
refused by the API server: StatefulSet/n/s
restarts: Deployment/n/r
  removed PersistentVolumeClaim/n/d: data is lost
  changed Deployment/n/r: Pods restart; spec.template.spec.containers[r].image
  changed StatefulSet/n/s: the API server will refuse it; spec.serviceName
  added Deployment/n/a
image: Deployment/n/a/a new, a:1
image: Deployment/n/r/r 1 → 2
image: Deployment/n/s/s removed, s:1
not readable before, so not compared: x.k8s.yaml
requests before: 6.05 CPU and 25Gi
requests after: 6.15 CPU and 26Gi, of 8 CPU and 32Gi allowed
rollout peak after: 6.75 CPU and 27Gi
overwritten drift: SVN revision 7 (li) changed prod/a.k8s.yaml by hand since it was published
`);
});

test('a workload that stops before it starts anew is among those that restart', () => {
  const objects = [aChange({ object: 'Deployment/n/r', effects: ['recreates'], restarts: ['Deployment/n/r'] })];

  expect(logMessage(facts({ diff: aDiff({ objects }) }))).toContain('restarts: Deployment/n/r\n');
});

test('no set of changes makes a log that nobody can read', () => {
  const fields = Array.from({ length: 500 }, (_, index) => ({ path: `data.${'x'.repeat(90)}${index}` }));
  const objects = Array.from({ length: 3000 }, (_, index) =>
    aChange({ object: `ConfigMap/n/c${index}`, fields, restarts: [`Deployment/n/d${index}`] }),
  );

  const lines = logMessage(facts({ diff: aDiff({ objects }) })).split('\n');

  expect(lines).toHaveLength(51);
  expect(lines).toContain('  and 2960 more');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1000);
});

test('a name with a line break forges no line', () => {
  const objects = [aChange({ object: 'ConfigMap/n/a\nrestarts: none', fields: [{ path: 'data.a\u001B[2K' }] })];

  expect(logMessage(facts({ diff: aDiff({ objects }) }))).toContain(
    '  changed ConfigMap/n/a restarts: none: nothing restarts; data.a\\u001b[2K\n',
  );
});
