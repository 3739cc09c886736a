import type { Manifest } from '../../lib/validation/manifest';
import { aCloud } from '../../lib/validation/testing/manifest-builders';
import { comparedSets } from './compared-sets';
import type { SideContent } from './side-content';

const cloud = aCloud();
const known = ['test', 'prod'].map((name) => ({ name, namespace: `znyw-${name}`, cloud }));
const [testing, prod] = known;

function objectIn(file: string, namespace = 'n'): Manifest {
  return { json: { kind: 'Service', metadata: { name: file, namespace } }, file };
}

/** A side with an object in each file. */
function aSide(files: readonly string[], parts: Partial<SideContent> = {}): SideContent {
  return { label: 'one', manifests: files.map((file) => objectIn(file)), unread: [], isFile: false, ...parts };
}

/** Compares and returns, for each set, its environment and the files of both sides. */
function setsOf(before: SideContent, after: SideContent, chosen?: (typeof known)[number]) {
  const { sets, remarks } = comparedSets({ before, after: { ...after, label: 'other' } }, known, chosen);
  const files = (manifests: readonly Manifest[]) => manifests.map(({ file }) => file);
  return {
    sets: sets.map((set) => [set.environment, files(set.before), files(set.after), set.cloud !== undefined]),
    remarks: remarks.map(({ en }) => en),
  };
}

test('folders of environments are compared each with its like, sorted by name', () => {
  expect(setsOf(aSide(['prod/a.yaml', 'test/a.yaml']), aSide(['test/b.yaml', 'prod/b.yaml']))).toEqual({
    sets: [
      ['prod', ['a.yaml'], ['b.yaml'], true],
      ['test', ['a.yaml'], ['b.yaml'], true],
    ],
    remarks: [],
  });
});

test('an environment on one side only is all new or all removed, and that is said', () => {
  expect(setsOf(aSide(['prod/a.yaml']), aSide(['test/b.yaml']))).toEqual({
    sets: [
      ['prod', ['a.yaml'], [], true],
      ['test', [], ['b.yaml'], true],
    ],
    remarks: [
      'other has nothing of environment prod: everything counts as removed',
      'one has nothing of environment test: everything counts as added',
    ],
  });
});

test('what is in no folder of an environment is compared too, but not with a synth', () => {
  const before = aSide(['prod/a.yaml', 'old/x.yaml']);

  expect(setsOf(before, aSide(['prod/a.yaml'])).sets).toEqual([
    ['prod', ['a.yaml'], ['a.yaml'], true],
    [undefined, ['old/x.yaml'], [], false],
  ]);
  expect(setsOf(before, aSide(['prod/a.yaml'], { isFresh: true }))).toEqual({
    sets: [['prod', ['a.yaml'], ['a.yaml'], true]],
    remarks: ['not compared, since it is in no folder of an environment: old/x.yaml'],
  });
});

test('a folder with the name of an environment is compared with that of the other side', () => {
  const after = aSide(['prod/a.yaml', 'test/a.yaml']);

  expect(setsOf(aSide(['a.yaml'], { folderName: 'prod' }), after).sets).toEqual([
    ['prod', ['a.yaml'], ['a.yaml'], true],
  ]);
});

test('a single file is compared with the file of its name, by no allowance', () => {
  const before = aSide(['a.yaml'], { folderName: 'prod', isFile: true });

  expect(setsOf(before, aSide(['prod/a.yaml', 'prod/b.yaml']))).toEqual({
    sets: [['prod', ['a.yaml'], ['a.yaml'], false]],
    remarks: ['only a.yaml is compared, so the quota is that of this file'],
  });
});

test('a file of another name is compared with the whole environment', () => {
  const before = aSide(['live.yaml'], { isFile: true });

  expect(setsOf(before, aSide(['prod/a.yaml', 'prod/b.yaml']), prod).sets).toEqual([
    ['prod', ['live.yaml'], ['a.yaml', 'b.yaml'], true],
  ]);
});

test('of what no environment can be told, the command line has to say it', () => {
  expect(() => setsOf(aSide(['a.yaml'], { folderName: 'old' }), aSide(['prod/a.yaml']))).toThrow(
    'one is no folder of environments, and the other side is one',
  );
});

test('2 plain states are one comparison, with the environment that both are named after', () => {
  const inProd = { folderName: 'prod' };

  expect(setsOf(aSide(['a.yaml']), aSide(['b.yaml'])).sets).toEqual([[undefined, ['a.yaml'], ['b.yaml'], false]]);
  expect(setsOf(aSide(['a.yaml'], inProd), aSide(['b.yaml'], inProd)).sets).toEqual([
    ['prod', ['a.yaml'], ['b.yaml'], true],
  ]);
  expect(setsOf(aSide(['a.yaml'], inProd), aSide(['b.yaml'])).sets).toEqual([
    [undefined, ['a.yaml'], ['b.yaml'], false],
  ]);
});

test('2 plain states in other namespaces have nothing in common, and that is said', () => {
  const after = { ...aSide([]), manifests: [objectIn('a.yaml', 'znyw-prod')] };

  expect(setsOf(aSide(['a.yaml']), after).remarks).toEqual([
    'the namespaces differ (n; znyw-prod), so no object of one is an object of the other',
  ]);
});

test('a chosen environment is taken from where it is', () => {
  const root = aSide(['prod/a.yaml', 'test/a.yaml']);

  expect(setsOf(root, aSide(['b.yaml']), prod).sets).toEqual([['prod', ['a.yaml'], ['b.yaml'], true]]);
  expect(setsOf(aSide(['test/a.yaml']), root, prod)).toEqual({
    sets: [['prod', [], ['a.yaml'], true]],
    remarks: ['one has nothing of environment prod: everything counts as added'],
  });
});

test('a chosen environment that neither side has is a mistake', () => {
  expect(() => setsOf(aSide(['prod/a.yaml']), aSide(['prod/a.yaml']), testing)).toThrow(
    'neither one nor other has a folder of environment test',
  );
});
