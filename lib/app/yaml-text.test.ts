import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { Json, JsonObject } from '../validation/manifest';
import { yamlText } from './yaml-text';

/** What YAML could take for something else, and what it has to quote, fold or mark. */
// oxfmt-ignore
const AWKWARD = [
  'yes', 'no', 'on', 'off', 'y', 'N', 'true', 'False', 'null', 'Null', '~', '', ' ', '  a', 'a ', '-',
  '- a', '?', ':', '0x1', '0o7', '0777', '1e3', '1_000', '.5', '.inf', '.nan', '-0', '+1', '12:30:45',
  '2024-01-01', '1.', '0b1', '=', 'a: b', 'a:', 'a #b', '#a', "it's", '"a"', `'"`, '{a}', '[a]', '&a',
  '*a', '!a', '|', '>', '%a', '@a', '`a`', '<<', ',', '---', '---a', '--- a', '...', 'a\n---\nb',
  '---\n', 'a\n', 'a\nb', 'a\n\nb', 'a\n\n', '\na', ' a\nb', 'a\n b', 'a \nb', 'a\n ', 'a\n \n',
  'a\t\nb', '\ta', 'a\tb', 'a\r\nb', '\u0000', '\u0007', '\u0085', '\u00a0', '\u2028', '\ufeff',
  '\ud800', '中文', '中文: 值', '中文\n两行\n', '😀', '😀\n😀', 'é', 'dtr.bank.example:5000/a/b:1.2.3',
  'e123456', 'E5', '57c1af5f5394afdf', '12345678e1234567', '1.2.3.4', '0.0.0.0:8088', '10.0.0.0/8', '1:30', '1:30.5',
  '2024-01-01T00:00:00Z', '2024-1-1 0:00:00 +1', '768Mi', '8080', '080', '0xabc', '0b_', '0 4 * * 6', '-c', '--a', '-',
  '--', '-e', '-e5', 'TZ', '-a -b', '--keytab=$(A)', 'a  b', 'a #', 'a#', 'a:b', 'a :b', 'yEs', 'nULL', 'TRUE', 'No', '/', '/tmp', 'a-', 'daemon off;',
];

const LONG = ['x'.repeat(2000), `${'long '.repeat(400)}end`];

const text = fc.oneof(
  fc.constantFrom(...AWKWARD, ...LONG),
  fc.string(),
  fc.string({ unit: fc.constantFrom(...Array.from('abe0-:#\n \t\'"{}[],&*!|>%@`~.😀中')) }),
  fc.tuple(fc.constantFrom(...AWKWARD), fc.constantFrom(...AWKWARD)).map(([one, other]) => `${one}${other}`),
);

const { json } = fc.letrec<{ json: Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(text, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const object = fc.dictionary(text, json, { maxKeys: 5, noNullPrototype: true });

test('every object is written as cdk8s writes it, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(object, { minLength: 1, maxLength: 3 }), (objects) => {
      expect(yamlText(objects)).toBe(Yaml.stringify(...objects));
    }),
    { numRuns: 1000 },
  );
});

test.each([...AWKWARD, ...LONG].map((value) => ({ title: value.slice(0, 30), value })))(
  '$title is written as cdk8s writes it, as a value, a key and an item, and reads the same',
  ({ value }) => {
    const objects: JsonObject[] = [{ a: value, b: [value, [value]], c: { [value]: [{ [value]: value }] } }];
    const withoutKey: JsonObject = { a: value, b: [value, [value]] };

    expect(yamlText(objects)).toBe(Yaml.stringify(...objects));
    expect(parse(yamlText([withoutKey]), { version: '1.1' })).toEqual(withoutKey);
  },
);

test('empty objects and lists stay on the line of their key', () => {
  expect(yamlText([{ a: {}, b: [], c: [{}, [], [[]]] }, {}])).toBe(
    'a: {}\nb: []\nc:\n  - {}\n  - []\n  - - []\n---\n{}\n',
  );
});

test('a script keeps its lines, and those of the next field stand outside', () => {
  expect(yamlText([{ data: { 'start.sh': 'echo 1\n\n  echo 2\n', other: 'x\ny' } }])).toBe(
    'data:\n  start.sh: |\n    echo 1\n\n      echo 2\n  other: |-\n    x\n    y\n',
  );
});

test('the same object in two places is written twice, as a cluster has no aliases', () => {
  const shared = { a: 'b' };

  expect(yamlText([{ one: shared, other: shared }])).toBe('one:\n  a: b\nother:\n  a: b\n');
});
