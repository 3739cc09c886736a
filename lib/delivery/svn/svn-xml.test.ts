import { folderEntries } from './folder-entries';
import { svnProperties, THE_FOLDER } from './svn-properties';
import { elementsNamed, textOf, xmlRoot } from './xml-elements';

test('the entries of a folder have who changed them last, and who locked them', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<lists>
<list
   path="file:///srv/deploy/prod">
<entry
   kind="file">
<name>a &amp; b.k8s.yaml</name>
<size>3</size>
<commit
   revision="2">
<author>王</author>
<date>2026-11-23T06:07:18.951285Z</date>
</commit>
<lock>
<token>opaquelocktoken:1</token>
<owner>li</owner>
<created>2026-11-23T06:07:18.951285Z</created>
</lock>
</entry>
<entry
   kind="dir">
<name>old</name>
<commit
   revision="1">
<date>2026-11-23T06:07:18.951285Z</date>
</commit>
</entry>
</list>
</lists>
`;

  expect(folderEntries(xml)).toEqual([
    { name: 'a & b.k8s.yaml', isFolder: false, bytes: 3, revision: 2, author: '王', lockedBy: 'li' },
    { name: 'old', isFolder: true, bytes: 0, revision: 1, author: '' },
  ]);
});

test('an empty folder has no entries', () => {
  expect(folderEntries('<lists><list path="x"></list></lists>')).toEqual([]);
});

test('properties are read by path, those included that svn has to encode', () => {
  const xml = `<properties><target path="."><property name="znyw:published">abc  a
</property></target><target path="a"><property name="x" encoding="base64">AAE=</property></target></properties>`;

  const properties = svnProperties(xml);

  expect(properties.get(THE_FOLDER)?.get('znyw:published')).toBe('abc  a\n');
  expect(properties.get('a')?.get('x')).toBe('\u0000\u0001');
});

test('elements are found at any depth, and one that is missing has an empty text', () => {
  const root = xmlRoot('<a><b><c>1</c></b><c>2</c></a>');

  expect(elementsNamed(root, 'c').map(({ text }) => text)).toEqual(['1', '2']);
  expect(textOf(root, 'd')).toBe('');
});

test.each([
  ['nothing', ''],
  ['an open element', '<lists>'],
  ['an entity of its own', '<!DOCTYPE a [<!ENTITY b "bbb">]><a>&b;</a>'],
])('%s is not well formed', (_, xml) => {
  expect(() => xmlRoot(xml)).toThrow('svn printed XML that is not well formed');
});
