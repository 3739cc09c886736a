import { aCloud } from '../../validation/testing/manifest-builders';
import { clusterFacts } from './publication-facts';
import { publicationPlan } from './publication-plan';
import type { FolderInSvn } from './publication-plan';
import { contentHash, publishedList } from './published-property';
import { aFileOf } from './testing-publication';

const environment = { name: 'test', namespace: 'znyw-test', cloud: aCloud() };

function factsOf(inSvn: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>) {
  const files = Object.entries(inSvn);
  const folder: FolderInSvn = {
    files: new Map(
      files.map(([name, text]) => [name, { content: Buffer.from(text), isLink: false, hash: contentHash(text) }]),
    ),
    list: publishedList(new Map(files)),
  };
  const published = new Map(Object.entries(wanted));
  return clusterFacts(folder, published, publicationPlan(published, folder), environment);
}

test('what stands in SVN is compared with what is published', () => {
  const { diff, unread } = factsOf(
    { 'a.k8s.yaml': aFileOf('a', 'a:1'), 'gone.k8s.yaml': aFileOf('gone', 'b:1') },
    { 'a.k8s.yaml': aFileOf('a', 'a:2') },
  );

  expect(diff.objects.map(({ change, object }) => `${change} ${object}`)).toEqual([
    'removed Deployment/znyw-test/gone',
    'changed Deployment/znyw-test/a',
  ]);
  expect(diff).toMatchObject({ environment: 'test', same: 0, quota: { before: { cpuMillis: 1000 } } });
  expect(unread).toEqual([]);
});

test('what only seems to be new, since its file could not be read, is not said to be', () => {
  const { diff, unread } = factsOf(
    { 'a.k8s.yaml': 'a: [' },
    { 'a.k8s.yaml': aFileOf('a', 'a:1'), 'b.k8s.yaml': aFileOf('b', 'b:1') },
  );

  expect(unread).toEqual(['a.k8s.yaml']);
  expect(diff.objects.map(({ object }) => object)).toEqual(['Deployment/znyw-test/b']);
  expect(diff.images.map(({ workload }) => workload)).toEqual(['Deployment/znyw-test/b']);
  expect(diff.quota.after).toEqual({ cpuMillis: 1000, memoryBytes: 2 * 2 ** 30 });
});
