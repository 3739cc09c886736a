import type { Json, JsonObject, Manifest } from '../manifest';
import { anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiSelectorMatchesTemplate } from './api-selector-matches-template';

const labelled = (selector: Json, labels: Json, kind = 'Deployment') =>
  anObject('apps/v1', kind, { selector, template: { metadata: { labels }, spec: {} } });
const controller = (spec: JsonObject) => anObject('v1', 'ReplicationController', spec);
const template = (labels: JsonObject) => ({ metadata: { labels }, spec: {} });
const cronJob = (spec: JsonObject) => anObject('batch/v1', 'CronJob', { jobTemplate: { spec } });

test.each<[string, Manifest]>([
  ["some of the template's labels", labelled({ matchLabels: { app: 'web' } }, { app: 'web', tier: 'front' })],
  [
    'expressions that hold',
    labelled({ matchExpressions: [{ key: 'app', operator: 'In', values: ['web'] }] }, { app: 'web' }, 'DaemonSet'),
  ],
  ['a ReplicationController without a selector', controller({ template: template({ app: 'web' }) })],
  ['a ReplicationController with one', controller({ selector: { app: 'web' }, template: template({ app: 'web' }) })],
  ['a Job, whose selector is generated', anObject('batch/v1', 'Job', { template: template({}) })],
  [
    'a Job with a selector that asks for its name',
    anObject('batch/v1', 'Job', { selector: { matchLabels: { 'job-name': 'web' } } }),
  ],
  [
    'a Job with a selector made by hand',
    anObject('batch/v1', 'Job', {
      manualSelector: true,
      selector: { matchLabels: { a: 'b' } },
      template: template({ a: 'b' }),
    }),
  ],
  ['a CronJob', cronJob({ template: template({ app: 'web' }) })],
  ['a selector that is missing, of which another rule speaks', labelled(null, { app: 'web' })],
  ['a kind without a selector', anObject('v1', 'Service', { selector: { app: 'web' } })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiSelectorMatchesTemplate, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'another value',
    labelled({ matchLabels: { app: 'web' } }, { app: 'api' }),
    ['spec.selector.matchLabels[app]: asks app "web"; the template has app "api"'],
  ],
  [
    'a label that is not there',
    labelled({ matchLabels: { app: 'web', tier: 'front' } }, { app: 'web' }, 'StatefulSet'),
    ['spec.selector.matchLabels[tier]: asks tier "front"; the template has no tier'],
  ],
  [
    'an expression that does not hold',
    labelled({ matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] }, { app: 'web' }, 'ReplicaSet'),
    ['spec.selector.matchExpressions[0]: asks app NotIn (web); the template has app "web"'],
  ],
  [
    'an empty selector',
    labelled({}, { app: 'web' }),
    ["spec.selector: is empty; some of the template's labels are expected"],
  ],
  [
    'a ReplicationController',
    controller({ selector: { app: 'web' }, template: template({ app: 'api' }) }),
    ['spec.selector[app]: asks app "web"; the template has app "api"'],
  ],
  [
    'a ReplicationController without labels',
    controller({ template: template({}) }),
    ['spec.selector: is missing, and the template has no labels to take for it'],
  ],
  [
    'a Job that asks more than is generated',
    anObject('batch/v1', 'Job', { selector: { matchLabels: { app: 'web' } }, template: template({ app: 'web' }) }),
    ['spec.selector.matchLabels[app]: asks app "web"; the selector of a Job is generated, and may ask nothing else'],
  ],
  [
    'a Job whose selector is made by hand, and missing',
    anObject('batch/v1', 'Job', { manualSelector: true, template: template({}) }),
    ['spec.selector: is missing; with manualSelector it is expected'],
  ],
  [
    'a Job whose selector is made by hand, and another',
    anObject('batch/v1', 'Job', {
      manualSelector: true,
      selector: { matchLabels: { a: 'b' } },
      template: template({}),
    }),
    ['spec.selector.matchLabels[a]: asks a "b"; the template has no a'],
  ],
  [
    'a label that is generated for a Job',
    anObject('batch/v1', 'Job', { template: template({ 'job-name': 'other' }) }),
    ['spec.template.metadata.labels[job-name]: is "other"; the label is generated for the Pods of a Job'],
  ],
  [
    'a CronJob with a selector',
    cronJob({ selector: {}, template: template({}) }),
    ['spec.jobTemplate.spec.selector: is given; that of the Jobs of a CronJob is generated'],
  ],
  [
    'a CronJob with one made by hand',
    cronJob({ manualSelector: true, template: template({ 'controller-uid': 'x' }) }),
    ['spec.jobTemplate.spec.manualSelector: is true; the selector of the Jobs of a CronJob is generated'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiSelectorMatchesTemplate, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = labelled({ matchLabels: { app: 'web' } }, { app: 'api' });

  expect(apiSelectorMatchesTemplate.check([manifest], {})).toEqual([
    { manifest, field: 'spec.selector.matchLabels[app]', message: 'asks app "web"; the template has app "api"' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiSelectorMatchesTemplate)).not.toThrow();
});
