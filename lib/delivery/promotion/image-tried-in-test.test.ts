import * as fc from 'fast-check';
import { build } from '../../app/build-app';
import { ruleEnvironment } from '../../app/rule-environment';
import { allEnvironments } from '../../environments/all-environments';
import { aContainer, aCronJob, aWorkload } from '../../validation/testing/manifest-builders';
import { oddManifests } from '../../validation/testing/odd-manifests';
import { manifestsInFiles } from '../svn/manifests-in-files';
import { imageTriedInTest, promotionReport } from './image-tried-in-test';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER_DIGEST = `sha256:${'b'.repeat(64)}`;

function running(image: string, parts: Parameters<typeof aWorkload>[0] = {}) {
  return aWorkload({ ...parts, containers: [aContainer({ image })] });
}

/** Returns what the rule says of an image of production, when the test environment runs others. */
function messages(image: string, ...tried: readonly string[]): readonly string[] {
  return imageTriedInTest(tried.map((one) => running(one)))
    .check([running(image)], {})
    .map(({ message }) => message);
}

test('no environment of this program takes an image to production that the test environment does not run', () => {
  const manifestsOf = (production: boolean) =>
    allEnvironments
      .filter((environment) => environment.production === production)
      .flatMap((environment) => manifestsInFiles(build(environment).prepare().files).manifests);
  const production = allEnvironments.find((environment) => environment.production);
  if (production === undefined) throw new Error('there is no production');

  const report = promotionReport(manifestsOf(true), manifestsOf(false), ruleEnvironment(production));

  expect(manifestsOf(true)).not.toEqual([]);
  expect(report.findings).toEqual([]);
});

test.each([
  ['the same tag in another registry', 'dtr.bank.example/znyw/web:1', 'dtr.test.bank.example:5000/znyw/web:1'],
  ['the same tag without a registry', 'znyw/web:1', 'localhost/znyw/web:1'],
  ['the same digest', `dtr/znyw/web:1@${DIGEST}`, `dtr/znyw/web:1@${DIGEST}`],
  ['the same digest under another tag', `a.b/znyw/web:2@${DIGEST}`, `c.d/znyw/web:1@${DIGEST}`],
  ['the same tag, where only one digest is known', `a.b/znyw/web:1@${DIGEST}`, 'c.d/znyw/web:1'],
])('%s is tried', (_, image, tried) => {
  expect(messages(image, tried)).toEqual([]);
});

test('another version is not tried, and the finding says which one is', () => {
  const problems = imageTriedInTest([running('c.d/znyw/web:1.1'), running('c.d/znyw/web:1.0', { name: 'b' })]).check(
    [running('a.b/znyw/web:1.2')],
    {},
  );

  expect(problems).toEqual([
    {
      manifest: running('a.b/znyw/web:1.2'),
      field: 'spec.template.spec.containers[web].image',
      message: 'is "a.b/znyw/web:1.2"; the test environment runs 1.0, 1.1',
    },
  ]);
});

test.each([
  ['another digest', `a.b/w:1@${DIGEST}`, `c.d/w:1@${OTHER_DIGEST}`, `the test environment runs 1@${OTHER_DIGEST}`],
  ['a digest alone, where the other is not known', `a.b/w@${DIGEST}`, 'c.d/w:1', 'the test environment runs 1'],
  ['no tag', 'a.b/w', 'c.d/w', 'the test environment runs no tag'],
  ['another organisation', 'a.b/other/w:1', 'c.d/znyw/w:1', 'the test environment runs no other/w'],
])('%s is not tried', (_, image, tried, message) => {
  expect(messages(image, tried)).toEqual([`is ${JSON.stringify(image)}; ${message}`]);
});

test('a workload that is stopped in the test environment tries nothing; a CronJob does', () => {
  const stopped = running('a.b/w:1', { spec: { replicas: 0 } });
  const job = aCronJob({ containers: [aContainer({ image: 'a.b/w:1' })] });

  expect(imageTriedInTest([stopped]).check([running('a.b/w:1')], {})).toHaveLength(1);
  expect(imageTriedInTest([job]).check([running('a.b/w:1')], {})).toEqual([]);
});

test('init containers count on both sides', () => {
  const withInit = aWorkload({ podSpec: { initContainers: [aContainer({ name: 'init', image: 'a.b/init:1' })] } });

  expect(imageTriedInTest([aWorkload()]).check([withInit], {})).toHaveLength(1);
  expect(imageTriedInTest([withInit]).check([withInit], {})).toEqual([]);
});

test('an exception is acknowledged on the object with a reason, and other acknowledgements are left alone', () => {
  const annotations = {
    'znyw/acknowledge.image-tried-in-test': 'the leak is closed in 2 only',
    'znyw/acknowledge.image-pinned': 'x',
  };

  const report = promotionReport([running('a.b/w:2', { annotations })], [running('a.b/w:1')], {});

  expect(report.findings).toEqual([]);
  expect(report.acknowledged.map(({ finding, reason }) => [finding.object, reason])).toEqual([
    ['Deployment/znyw-prod/web', 'the leak is closed in 2 only'],
  ]);
});

test('it is a policy, an error, and its words are complete', () => {
  const { id, class: ruleClass, severity, summary, remedy } = imageTriedInTest([]);

  expect([id, ruleClass, severity]).toEqual(['image-tried-in-test', 'policy', 'error']);
  expect(summary).toMatch(/\.$/);
  expect(remedy).toMatch(/\.$/);
});

test('odd input never throws', () => {
  fc.assert(
    fc.property(oddManifests(aWorkload()), oddManifests(aWorkload()), (production, tested) => {
      expect(promotionReport(production, tested, {}).notRun).toEqual([]);
    }),
  );
});
