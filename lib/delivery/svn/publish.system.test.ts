import { testsWithProgram } from '../../workloads/testing/tests-with-program';
import { OperatorError } from '../../operator-error';
import { aCloud } from '../../validation/testing/manifest-builders';
import { contentHash, PUBLISHED, publishedList } from './published-property';
import { PublicationRefused } from './publication-refused';
import type { RunProgram } from './run-program';
import { aFileOf, publishTo } from './testing-publication';
import { TestRepository } from './testing-repository';

// Each publication runs a dozen programs.
jest.setTimeout(60_000);

const A = 'a.k8s.yaml';
const B = 'b.k8s.yaml';
const C = 'c.k8s.yaml';
const A1 = aFileOf('a', 'a:1');
const A2 = aFileOf('a', 'a:2');
const B1 = aFileOf('b', 'b:1');

testsWithProgram('svn', () => {
  test('the first publication makes the folder, and commits all files with their properties at once', () =>
    TestRepository.use(async (repository) => {
      const { result, error } = await publishTo(repository, { files: { [A]: A1, [B]: B1 }, message: '首次发布：原因' });

      expect(error).toBeUndefined();
      expect(result).toContain('committed revision 3\n');
      expect(repository.namesIn('test')).toEqual([A, B]);
      expect(repository.read(`test/${A}`)).toBe(A1);
      expect(repository.property(PUBLISHED, `test/${A}`)).toBe(contentHash(A1));
      expect(repository.property(PUBLISHED, 'test')).toBe(
        publishedList(
          new Map([
            [A, A1],
            [B, B1],
          ]),
        ),
      );
      expect(repository.lastMessage).toBe(`首次发布：原因

source: not known: the program is no git checkout
added: a.k8s.yaml, b.k8s.yaml
objects: 0 removed, 0 changed, 2 added
restarts: none
  added Deployment/znyw-test/a
  added Deployment/znyw-test/b
image: Deployment/znyw-test/a/a new, a:1
image: Deployment/znyw-test/b/b new, b:1
requests before: 0 CPU and 0
requests after: 1 CPU and 2Gi, of 8 CPU and 32Gi allowed
rollout peak after: 1.5 CPU and 3Gi
`);
      expect(repository.leftovers).toEqual([]);
    }));

  test('a second one with nothing new commits nothing and says so', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1 } });

      const { result, error } = await publishTo(repository, { files: { [A]: A1 } });

      expect(error).toBeUndefined();
      expect(result).toBe('nothing to do: SVN has test as it is to be\n');
      expect(repository.revision).toBe(3);
      expect(repository.leftovers).toEqual([]);
    }));

  test('only what differs is touched, what is no more is deleted, and what others keep there stays', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1, [B]: B1, [C]: aFileOf('c', 'c:1') } });
      repository.edit('test', '说明.txt', 'of others');
      repository.edit('test', 'theirs.k8s.yaml', 'of others: too');

      const { error } = await publishTo(repository, { files: { [A]: A2, [B]: B1, 'd.k8s.yaml': aFileOf('d', 'd:1') } });

      expect(error).toBeUndefined();
      expect(repository.namesIn('test')).toEqual([A, B, 'd.k8s.yaml', 'theirs.k8s.yaml', '说明.txt']);
      expect(repository.svn('info', '--show-item', 'last-changed-revision', repository.urlOf(`test/${B}`)).trim()).toBe(
        '3',
      );
      expect(repository.lastMessage).toContain(`Publish test

source: not known: the program is no git checkout
added: d.k8s.yaml
changed: a.k8s.yaml
deleted: c.k8s.yaml
objects: 1 removed, 1 changed, 1 added
ends: Deployment/znyw-test/c
restarts: Deployment/znyw-test/a
  removed Deployment/znyw-test/c
  changed Deployment/znyw-test/a: Pods restart; spec.template.spec.containers[a].image
  added Deployment/znyw-test/d
image: Deployment/znyw-test/a/a 1 → 2
image: Deployment/znyw-test/c/c removed, c:1
image: Deployment/znyw-test/d/d new, d:1
requests before: 1.5 CPU and 3Gi
`);
    }));

  test('a dry run changes nothing, and shows the exact commands', () =>
    TestRepository.use(async (repository) => {
      await publishTo(repository, { files: { [A]: A1, [B]: B1 } });

      const { result, error } = await publishTo(repository, {
        files: { [A]: A2, [C]: B1 },
        dryRun: true,
        access: { username: 'wang' },
      });

      expect(error).toBeUndefined();
      expect(
        result
          .replaceAll(/\S*\/znyw-publish-\d+-\w+/g, '<temporary>')
          .split('\n')
          .slice(0, 8),
      ).toEqual([
        `[dry run] svn add --no-auto-props ${C}`,
        `[dry run] svn propset ${PUBLISHED} ${contentHash(B1)} ${C}`,
        `[dry run] svn propset ${PUBLISHED} ${contentHash(A2)} ${A}`,
        `[dry run] svn delete --force ${B}`,
        `[dry run] svn propset ${PUBLISHED} --file <temporary>/list.txt .`,
        '[dry run] svn commit --encoding UTF-8 --file <temporary>/message.txt --username wang',
        'Publish test',
        '',
      ]);
      expect(result).not.toContain('committed');
      expect(repository.revision).toBe(3);
      expect(repository.leftovers).toEqual([]);
    }));

  test('a dry run does not even make the folder', () =>
    TestRepository.use(async (repository) => {
      const { result, error } = await publishTo(repository, { files: { [A]: A1 }, dryRun: true });

      expect(error).toBeUndefined();
      expect(result).toContain(
        `[dry run] svn mkdir --message 'Make the folder of test' ${repository.urlOf('test').replaceAll(' ', '%20')}`,
      );
      expect(result).toContain(`[dry run] svn add --no-auto-props ${A}\n`);
      expect(repository.revision).toBe(1);
    }));

  test('a refusal of a rule, or of a mistake in the data, comes before SVN is asked anything', () =>
    TestRepository.use(async (repository) => {
      const run: RunProgram = () => Promise.reject(new Error('nobody was to be asked'));
      const synthesize = () => {
        throw new OperatorError('error requests-within-quota test: too much');
      };

      const { error, progress } = await publishTo(repository, { synthesize, run });

      expect(error).toEqual(new PublicationRefused('error requests-within-quota test: too much'));
      expect(progress).toBe('Synthesize test and ask all rules\nnothing was committed; no working copy is left\n');
    }));

  test('production refuses an image that was not tried, before SVN is asked anything', () =>
    TestRepository.use(async (repository) => {
      const run: RunProgram = () => Promise.reject(new Error('nobody was to be asked'));
      const environment = { name: 'prod', production: true, namespace: 'znyw-test', cloud: aCloud() };

      const { error } = await publishTo(repository, {
        environment,
        files: { [A]: A2 },
        tested: () => [new Map([[A, A1]])],
        run,
      });

      expect(error).toEqual(
        new PublicationRefused(`error image-tried-in-test Deployment/znyw-test/a spec.template.spec.containers[a].image:
  is "a:2"; the test environment runs 1
  to fix: Run it in the test environment first, or acknowledge the exception on the object with a reason.`),
      );
    }));
});
