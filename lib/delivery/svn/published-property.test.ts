import { contentHash, isPublishedName, namesInList, publishedList } from './published-property';

test('the list has the form that sha256sum --check reads, sorted by name', () => {
  const list = publishedList(
    new Map([
      ['b.k8s.yaml', 'b'],
      ['a.k8s.yaml', 'a'],
    ]),
  );

  expect(list).toBe(
    'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  a.k8s.yaml\n' +
      '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.k8s.yaml\n',
  );
  expect(namesInList(list)).toEqual(['a.k8s.yaml', 'b.k8s.yaml']);
});

test('text and its bytes have one hash', () => {
  expect(contentHash('中文')).toBe(contentHash(Buffer.from('中文')));
});

test.each([
  ['focus-web.k8s.yaml', true],
  ['a_b.c.k8s.yaml', true],
  ['focus-web.yaml', false],
  ['.k8s.yaml', false],
  ['-f.k8s.yaml', false],
  ['../a.k8s.yaml', false],
  ['a/b.k8s.yaml', false],
  ['a@b.k8s.yaml', false],
  ['a b.k8s.yaml', false],
  ['a\n.k8s.yaml', false],
])('%j as the name of a file of ours: %s', (name, isOurs) => {
  expect(isPublishedName(name)).toBe(isOurs);
});
