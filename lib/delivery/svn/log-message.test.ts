import { logMessage } from './log-message';
import type { LogFacts } from './log-message';

const GIB = 2 ** 30;

function facts(parts: Partial<LogFacts> = {}): LogFacts {
  return {
    environment: 'prod',
    source: 'abc',
    plan: { added: [], changed: ['web.k8s.yaml'], marked: [], deleted: [], drifts: [], list: '', isEmpty: false },
    restarts: { restarted: [], added: [], removed: [] },
    unread: [],
    requests: {
      before: { cpuMillis: 6050, memoryBytes: 25 * GIB },
      after: { cpuMillis: 6150, memoryBytes: 26 * GIB },
      allowed: { cpuMillis: 8000, memoryBytes: 32 * GIB },
    },
    overwritten: [],
    ...parts,
  };
}

test('it says what was published, what restarts, and the requests before and after', () => {
  expect(logMessage(facts())).toBe(`Publish prod

source: abc
changed: web.k8s.yaml
restarts: none
requests before: 6.05 CPU and 25Gi
requests after: 6.15 CPU and 26Gi, of 8 CPU and 32Gi allowed
`);
});

test('it begins with the words of the person, and names all there is', () => {
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
      restarts: {
        restarted: ['Deployment/n/r', 'Deployment/n/s'],
        added: ['Deployment/n/a'],
        removed: ['Deployment/n/d'],
      },
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
restarts: Deployment/n/r, Deployment/n/s
new workloads: Deployment/n/a
removed workloads: Deployment/n/d
not readable before, so not compared: x.k8s.yaml
requests before: 6.05 CPU and 25Gi
requests after: 6.15 CPU and 26Gi, of 8 CPU and 32Gi allowed
overwritten drift: SVN revision 7 (li) changed prod/a.k8s.yaml by hand since it was published
`);
});
