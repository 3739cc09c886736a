import * as fc from 'fast-check';
import { publicationPlan } from './publication-plan';
import type { FileInSvn, FolderInSvn } from './publication-plan';
import { contentHash, publishedList } from './published-property';

const A = 'a.k8s.yaml';
const B = 'b.k8s.yaml';

/** A file as a publication left it, or with another content, or without the property. */
function aFile(text: string, parts: Partial<FileInSvn> & { published?: string } = {}): FileInSvn {
  const { published = text, ...rest } = parts;
  return { content: Buffer.from(text), isLink: false, hash: contentHash(published), ...rest };
}

/** A folder with some files, of which others were published than there may be. */
function aFolder(files: Readonly<Record<string, FileInSvn>>, published: Readonly<Record<string, string>>): FolderInSvn {
  return { files: new Map(Object.entries(files)), list: publishedList(new Map(Object.entries(published))) };
}

function wanting(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(files));
}

const nothing = { added: [], changed: [], marked: [], deleted: [], drifts: [], isEmpty: false };

test('what is as it is to be is not touched', () => {
  const plan = publicationPlan(wanting({ [A]: '1' }), aFolder({ [A]: aFile('1') }, { [A]: '1' }));

  expect(plan).toEqual({ ...nothing, list: `${contentHash('1')}  ${A}\n`, isEmpty: true });
});

test('files are added, changed and deleted where they differ, and nowhere else', () => {
  const folder = aFolder(
    { [A]: aFile('1'), [B]: aFile('1'), 'c.k8s.yaml': aFile('1') },
    { [A]: '1', [B]: '1', 'c.k8s.yaml': '1' },
  );

  expect(publicationPlan(wanting({ [A]: '1', [B]: '2', 'd.k8s.yaml': '1' }), folder)).toMatchObject({
    ...nothing,
    added: ['d.k8s.yaml'],
    changed: [B],
    deleted: ['c.k8s.yaml'],
  });
});

test('files of others stay, whether they have our property from a copy or none', () => {
  const folder = aFolder(
    { [A]: aFile('1'), 'old.k8s.yaml': aFile('1'), 'theirs.k8s.yaml': aFile('x', { hash: undefined }) },
    { [A]: '1' },
  );

  expect(publicationPlan(wanting({ [A]: '1' }), folder).isEmpty).toBe(true);
});

test('another content than was published is a change by hand, whether the file is wanted or not', () => {
  const folder = aFolder(
    { [A]: aFile('by hand', { published: '1' }), [B]: aFile('by hand', { published: '1' }) },
    { [A]: '1', [B]: '1' },
  );

  expect(publicationPlan(wanting({ [A]: '1' }), folder)).toMatchObject({
    changed: [A],
    deleted: [B],
    drifts: [
      { name: A, kind: 'edited' },
      { name: B, kind: 'edited' },
    ],
  });
});

test('a change by hand that the program makes as well is no drift: the file gets its property', () => {
  const folder = aFolder({ [A]: aFile('2', { published: '1' }), [B]: aFile('1', { hash: undefined }) }, { [A]: '1' });

  expect(publicationPlan(wanting({ [A]: '2', [B]: '1' }), folder)).toMatchObject({ ...nothing, marked: [A, B] });
});

test('a file that was deleted by hand is one, unless it is not wanted any more', () => {
  const folder = aFolder({}, { [A]: '1', [B]: '1' });

  const plan = publicationPlan(wanting({ [A]: '1' }), folder);

  expect(plan).toMatchObject({ ...nothing, added: [A], drifts: [{ name: A, kind: 'deleted' }] });
});

test('a file of our name that was never published from here is one', () => {
  const folder = { files: new Map([[A, aFile('theirs', { hash: undefined })]]) };

  expect(publicationPlan(wanting({ [A]: '1' }), folder)).toMatchObject({
    changed: [A],
    drifts: [{ name: A, kind: 'unknown' }],
  });
});

test('a symbolic link is one, even to what is wanted', () => {
  const folder = aFolder({ [A]: { ...aFile('1'), isLink: true } }, { [A]: '1' });

  expect(publicationPlan(wanting({ [A]: '1' }), folder)).toMatchObject({
    changed: [A],
    drifts: [{ name: A, kind: 'link' }],
  });
});

test('without the list on the folder, the files tell which of them are ours', () => {
  const folder = {
    files: new Map([
      [A, aFile('1')],
      [B, aFile('x', { hash: undefined })],
    ]),
  };

  expect(publicationPlan(wanting({}), folder)).toMatchObject({ ...nothing, deleted: [A] });
});

test('a list on the folder that somebody spoilt leads to no path outside', () => {
  const folder = { files: new Map(), list: `${contentHash('1')}  ../../etc/passwd\nnonsense\n` };

  expect(publicationPlan(wanting({}), folder)).toEqual({ ...nothing, list: '' });
});

test('any set that was published over any other needs nothing more', () => {
  const names = fc.constantFrom(A, B, 'c.k8s.yaml', 'd.k8s.yaml');
  const sets = fc.dictionary(names, fc.constantFrom('1', '2', ''));

  fc.assert(
    fc.property(sets, sets, (before, after) => {
      const files = Object.fromEntries(Object.entries(before).map(([name, text]) => [name, aFile(text)]));
      const plan = publicationPlan(wanting(after), aFolder(files, before));
      const touched = new Map(Object.entries(files));
      for (const name of plan.deleted) touched.delete(name);
      for (const name of [...plan.added, ...plan.changed]) touched.set(name, aFile(after[name] ?? ''));

      expect(plan.drifts).toEqual([]);
      expect(publicationPlan(wanting(after), { files: touched, list: plan.list }).isEmpty).toBe(true);
    }),
  );
});
