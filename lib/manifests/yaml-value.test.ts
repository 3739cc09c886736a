import { refusalOf, yamlOf } from './testing-reading';

test('anchors, aliases and merge keys are resolved', () => {
  const text = 'a: &a {x: 1, z: 2}\nb: *a\nc:\n  <<: *a\n  z: 3\n';

  expect(yamlOf(text)).toEqual({ a: { x: 1, z: 2 }, b: { x: 1, z: 2 }, c: { x: 1, z: 3 } });
});

test('a merge key wins over what stands before it, as in kubectl and unlike in YAML', () => {
  expect(yamlOf('a: &a {x: 1}\nb:\n  x: 2\n  <<: *a\n')).toEqual({ a: { x: 1 }, b: { x: 1 } });
});

test('of several merged objects the first wins', () => {
  expect(yamlOf('<<: [{x: 1}, {x: 2, z: 2}]\n')).toEqual({ x: 1, z: 2 });
});

test('an anchor that is set again is the last one before its alias', () => {
  expect(yamlOf('- &a 1\n- *a\n- &a 2\n- *a\n')).toEqual([1, 1, 2, 2]);
});

test('quotes and blocks make strings of what would be something else', () => {
  expect(yamlOf('a: "yes"\nb: \'0440\'\nc: |\n  null\nd: >-\n  1\n  2\n')).toEqual({
    a: 'yes',
    b: '0440',
    c: 'null\n',
    d: '1 2',
  });
});

test.each([
  ['y: 1', { true: 1 }],
  ['off: 1', { false: 1 }],
  ['0x10: 1', { 16: 1 }],
  ['1_000: 1', { 1000: 1 }],
  ['1.50: 1', { '1.5': 1 }],
  ['1e6: 1', { '1e+06': 1 }],
  ['0.00001: 1', { '1e-05': 1 }],
  ['123456.789: 1', { '123456.79': 1 }],
  ['.inf: 1', { '.inf': 1 }],
  ['"y": 1', { y: 1 }],
  ['!!str y: 1', { y: 1 }],
])('the key %s becomes the field name that kubectl makes of it', (text, expected) => {
  expect(yamlOf(`${text}\n`)).toEqual(expected);
});

test('a key named __proto__ is a field like any other', () => {
  const value = yamlOf('__proto__: {replicas: 5}\n');

  expect(Object.keys(value ?? {})).toEqual(['__proto__']);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test('a document of nothing but comments is null', () => {
  expect(yamlOf('# nothing\n\n')).toBeNull();
});

test.each([
  ['a: 1\nb:\n  c: 1\n  c: 2\n', 'line 4: has the key "c" twice in one object, the first in line 3'],
  ['1: a\n"1": b\n', 'line 2: has the key "1" twice in one object, the first in line 1'],
  ['a: 1\nb: *x\n', 'line 2: refers to an anchor that is not there: *x'],
  ['a: &a\n- *a\n', 'line 2: has an anchor that contains itself: &a'],
  ['a: .inf\n', 'line 1: has .inf or .nan as a value, which JSON cannot say'],
  ['~: 1\n', 'line 1: has null as a key'],
  ['9223372036854775808: 1\n', 'line 1: has a number of 2^63 or more as a key'],
  ['? [a]\n: 1\n', 'line 1: has a list or an object as a key'],
  ['<<: 1\n', 'line 1: has something else than objects behind a merge key (<<)'],
  ['a: !!int yes\n', 'line 1: has a value with the tag !!int that is none'],
  ['a: b\n  c: d\n', 'line 1: is not YAML: nested mappings are not allowed in compact mappings'],
  ['a:\n\tb: 1\n', 'line 2: has a tab where only spaces may stand'],
  ['a: 1\n\t# comment\n', 'line 2: has a tab where only spaces may stand'],
  ['a: "\\/"\n', 'line 1: has the escape \\/, which YAML 1.1 does not know'],
  ['a: 1\n...\nb: 2\n', 'line 3: goes on after "...", the end of a document, without "---"; kubectl would drop it'],
  ['%YAML 1.1\n', 'line 1: has a directive (%), which kubectl does not read'],
  ['a: b\u0007\n', 'line 1: is not YAML: control character U+0007'],
])('%j is refused', (text, expected) => {
  expect(refusalOf(() => yamlOf(text))).toBe(expected);
});

test('a tab in brackets, in a text or behind a value is none of indentation', () => {
  expect(yamlOf('a: [b,\tc]\nd: |\n  \te\nf: g\t# h\n')).toEqual({ a: ['b', 'c'], d: '\te\n', f: 'g' });
});

test('a message quotes nothing of the text, which may be a secret', () => {
  const refusals = [
    'a: "hunter2\n',
    'a: |hunter2\n',
    'a: {b: hunter2\n',
    'a: "\\qhunter2"\n',
    'hunter2\nhunter2: x\n',
  ].map((text) => refusalOf(() => yamlOf(text)));

  expect(refusals.every((refusal) => refusal.startsWith('line '))).toBe(true);
  expect(refusals.join('\n')).not.toContain('hunter2');
});

test.each([
  ['lists in brackets', `a: ${'['.repeat(100_000)}`],
  ['objects in braces', `a: ${'{a: '.repeat(100_000)}`],
  ['dashes', `${'- '.repeat(100_000)}a`],
  ['indentation', Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
])('nesting by %s is bounded', (_, text) => {
  expect(refusalOf(() => yamlOf(text))).toMatch(/^line \d+: is nested deeper than 200 levels$/);
});

test('200 levels are read', () => {
  expect(refusalOf(() => yamlOf(`${'['.repeat(200)}${']'.repeat(200)}`))).toBe('');
  expect(refusalOf(() => yamlOf(`${'['.repeat(201)}${']'.repeat(201)}`))).toBe(
    'line 1: is nested deeper than 200 levels',
  );
});

test('aliases that repeat each other do not expand without end', () => {
  const levels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index, names) => {
    const former = names[index - 1];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => (former === undefined ? 'lol' : `*${former}`)).join(', ')}]`;
  });

  expect(refusalOf(() => yamlOf(levels.join('\n')))).toMatch(
    /^line \d: expands to too much: its aliases \(\*\) repeat its anchors \(&\) more often than kubectl reads$/,
  );
});

test('many aliases of something small are read', () => {
  const text = `a: &a {x: 1}\nb:\n${'- *a\n'.repeat(5000)}`;

  expect(yamlOf(text)).toEqual({ a: { x: 1 }, b: Array.from({ length: 5000 }, () => ({ x: 1 })) });
});
