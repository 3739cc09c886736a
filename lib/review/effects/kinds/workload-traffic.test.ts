import type { JsonObject, Manifest } from '../../../validation/manifest';
import { aPolicy, aService } from '../../../validation/testing/reach-builders';
import { aTakenTemplate, aTakenWorkload, effectOf, effectsByObject, notesOf } from '../testing-effects';

const labelled = (tier: string): Manifest =>
  aTakenWorkload('Deployment', aTakenTemplate({}, { labels: { app: 'web', tier } }));

test('new labels take Pods out of one Service and into another', () => {
  const beside = [
    aService('old', { selector: { tier: 'old' } }),
    aService('new', { selector: { tier: 'new' } }),
    aService('all', { selector: { app: 'web' } }),
  ];

  const effect = effectOf({ before: labelled('old'), after: labelled('new'), beside });

  expect(effect.effects).toEqual(['restarts', 'traffic']);
  expect(notesOf(effect).slice(1)).toEqual([
    'By the new labels of its Pods, Service old no longer leads to them.',
    'By the new labels of its Pods, Service new now leads to them.',
  ]);
});

test('new labels put Pods under a policy, and let them through another', () => {
  const beside = [
    aPolicy('over', { podSelector: { matchLabels: { tier: 'new' } } }),
    aPolicy('to', { podSelector: {}, ingress: [{ from: [{ podSelector: { matchLabels: { tier: 'old' } } }] }] }),
  ];

  const effect = effectOf({ before: labelled('old'), after: labelled('new'), beside });

  expect(effect.effects).toEqual(['restarts', 'traffic']);
  expect(notesOf(effect).slice(1)).toEqual([
    'By the new labels of its Pods, NetworkPolicy over now is over them.',
    'By the new labels of its Pods, NetworkPolicy to no longer allows them as a peer.',
  ]);
});

test('a label that nobody asks for changes no traffic', () => {
  expect(effectOf({ before: labelled('a'), after: labelled('b'), beside: [aService('web')] }).effects).toEqual([
    'restarts',
  ]);
});

test('a Service that asks for a port by name follows it', () => {
  const withPort = (containerPort: number) =>
    aTakenWorkload('Deployment', {}, { ports: [{ name: 'http', containerPort }] });

  const effect = effectOf({ before: withPort(8080), after: withPort(9090), beside: [aService('web')] });

  expect(effect.effects).toEqual(['restarts', 'traffic']);
  expect(notesOf(effect)[1]).toBe('Port 80 of Service web goes to the port named http, which was 8080 and is 9090.');
});

test('a port of the VM is another way to the Pods', () => {
  const withPorts = (ports: JsonObject[]) => aTakenWorkload('Deployment', {}, { ports });

  expect(
    effectOf({
      before: withPorts([{ containerPort: 80 }]),
      after: withPorts([{ containerPort: 80, hostPort: 8080 }]),
    }).effects,
  ).toEqual(['restarts', 'traffic']);
});

test('a policy that comes or goes with other things says so itself', () => {
  const effects = effectsByObject([labelled('a'), aPolicy('web', {})], [labelled('a')]);

  expect(effects.get('Deployment/znyw-prod/web')).toEqual({ effects: ['none'], restarts: [], notes: [] });
  expect(effects.get('NetworkPolicy/znyw-prod/web')?.effects).toEqual(['traffic']);
});

test('a policy that asks for other Pods now says so itself, whatever their new labels', () => {
  const from = (app: string) => aPolicy('api', { ingress: [{ from: [{ podSelector: { matchLabels: { app } } }] }] });
  const relabelled = aTakenWorkload('Deployment', aTakenTemplate({}, { labels: { app: 'web', version: '2' } }));
  const effects = effectsByObject([aTakenWorkload('Deployment'), from('web')], [relabelled, from('other')]);

  expect(effects.get('Deployment/znyw-prod/web')?.effects).toEqual(['restarts']);
  expect(effects.get('NetworkPolicy/znyw-prod/api')?.effects).toEqual(['traffic']);
});
