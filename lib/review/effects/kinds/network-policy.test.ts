import type { JsonObject } from '../../../validation/manifest';
import { aPolicy, aServer } from '../../../validation/testing/reach-builders';
import { effectOf, notesOf } from '../testing-effects';

const from = (app: string, port = 8080): JsonObject => ({
  from: [{ podSelector: { matchLabels: { app } } }],
  ports: [{ port }],
});
const beside = [aServer('web'), aServer('api'), aServer('job')];

test('says over whom it is, whom it lets in and whom no longer', () => {
  const effect = effectOf({
    before: aPolicy('api', { ingress: [from('web')] }),
    after: aPolicy('api', { ingress: [from('job', 9090)] }),
    beside,
  });

  expect(effect.effects).toEqual(['traffic']);
  expect(notesOf(effect)).toEqual([
    'It is over the Pods of api.',
    'It lets in job (9090/TCP).',
    'It no longer lets in web (8080/TCP).',
  ]);
});

test('the first policy over running Pods shuts out all others', () => {
  const effect = effectOf({ after: aPolicy('api', { ingress: [from('web')] }), beside });

  expect(effect.effects).toEqual(['traffic']);
  expect(notesOf(effect)).toEqual([
    'It is over the Pods of api.',
    'No policy was over what comes to api before: from now on only what is allowed gets in.',
    'It lets in web (8080/TCP).',
  ]);
});

test('the second one only adds', () => {
  const effect = effectOf({
    after: aPolicy('api', { ingress: [from('job')] }),
    beside: [...beside, aPolicy('api-too', { podSelector: { matchLabels: { app: 'api' } }, ingress: [from('web')] })],
  });

  expect(notesOf(effect)).toEqual(['It is over the Pods of api.', 'It lets in job (8080/TCP).']);
});

test('without the last one, everybody gets in', () => {
  const effect = effectOf({ before: aPolicy('api', { ingress: [from('web')] }), beside });

  expect(notesOf(effect)).toEqual(['It is over the Pods of api.', 'Everybody may reach api then.']);
});

test.each<[string, JsonObject, readonly string[]]>([
  ['everybody', { ingress: [{}] }, ['It lets in *.']],
  [
    'a block',
    { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] }] },
    ['It lets in 10.0.0.0/8 - 10.1.0.0/16.'],
  ],
  [
    'another namespace',
    { ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: {} }] }] },
    ['It lets in * @ team=a.'],
  ],
  ['nobody that is there', { ingress: [from('ghost')] }, ['It lets in app=ghost (8080/TCP).']],
])('lets in %s', (_, spec, notes) => {
  const effect = effectOf({ before: aPolicy('api', {}), after: aPolicy('api', spec), beside });

  expect(notesOf(effect).slice(1)).toEqual(notes);
});

test('what is written in other words is no change', () => {
  const effect = effectOf({
    before: aPolicy('api', { ingress: [{ ports: [{ port: 80 }] }] }),
    after: aPolicy('api', {
      policyTypes: ['Ingress'],
      ingress: [{ from: [], ports: [{ port: 80, protocol: 'TCP' }] }],
    }),
    beside,
  });

  expect(effect).toEqual({ effects: ['none'], restarts: [], notes: [] });
});

test('two rules with a port each are one rule with both', () => {
  const peers = [{ podSelector: { matchLabels: { app: 'api' } } }];
  const [one, other] = [{ port: 80 }, { protocol: 'UDP', port: 53 }];
  const together = aPolicy('web', { ingress: [{ from: peers, ports: [one, other] }] });
  const apart = aPolicy('web', {
    ingress: [
      { from: peers, ports: [{ port: 53, protocol: 'UDP' }] },
      { from: peers, ports: [one] },
    ],
  });

  expect(effectOf({ before: together, after: apart }).effects).toEqual(['none']);
  expect(effectOf({ before: apart, after: together }).effects).toEqual(['none']);
  expect(
    notesOf(effectOf({ before: together, after: aPolicy('web', { ingress: [{ from: peers, ports: [one] }] }) })),
  ).toContain('It no longer lets in app=api (53/UDP).');
});

test('a rule with many peers and ports is judged in time', () => {
  const from = Array.from({ length: 5000 }, (_, index) => ({
    ipBlock: { cidr: `10.${index >> 8}.${index & 255}.0/24` },
  }));
  const ports = (count: number) => Array.from({ length: count }, (_, index) => ({ port: index + 1 }));
  const start = performance.now();

  const policies = [4999, 5000].map((count) => aPolicy('web', { ingress: [{ from, ports: ports(count) }] }));

  expect(policies.length === 2 && effectOf({ before: policies[0], after: policies[1] }).effects).toEqual(['traffic']);
  expect(performance.now() - start).toBeLessThan(10_000);
});
