import { Yaml } from 'cdk8s';
import * as fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import type { Json, JsonObject } from '../validation/manifest';
import { anyText } from '../validation/testing/any-text';
import { yamlText } from './yaml-text';

const LONG = ['x'.repeat(2000), `${'long '.repeat(400)}end`];

/** What YAML could take for something else, and what it has to quote, fold or mark. */
// oxfmt-ignore
const AWKWARD = [
  'yes', 'no', 'on', 'off', 'y', 'N', 'true', 'False', 'null', 'Null', '~', '', ' ', '  a', 'a ', '-',
  '- a', '?', ':', '0x1', '0777', '1e3', '1_000', '.5', '.inf', '.nan', '-0', '+1', '12:30:45', '-0x1F', '-0b1',
  '2024-01-01', '1.', '0b1', 'a: b', 'a:', 'a #b', '#a', "it's", '"a"', `'"`, '{a}', '[a]', '&a',
  '*a', '!a', '|', '>', '%a', '@a', '`a`', ',', 'a\n---\nb',
  '---\n', 'a\n', 'a\nb', 'a\n\nb', 'a\n\n', 'a\n\n\n', '\na', '\n\na\n', ' a\nb', '  a\n', '\n a\n\n', 'a\n b', 'a\n ',
  'a\t\nb', '\ta', 'a\tb', 'a\r\nb', '\u00a0', '\n#a', '# a\nb', '- a\n- b', 'a: b\n', '%a\nb',
  '中文', '中文: 值', '中文\n两行\n', '😀', '😀\n😀', 'é', 'dtr.bank.example:5000/a/b:1.2.3',
  'e123456', 'E5', '57c1af5f5394afdf', '12345678e1234567', '1.2.3.4', '0.0.0.0:8088', '10.0.0.0/8', '1:30', '1:30.5',
  '2024-01-01T00:00:00Z', '2024-01-01t00:00:00.5-05:00', '2024-1-1 0:00:00 +1', '768Mi', '8080', '080', '0xabc', '0b_',
  '0 4 * * 6', '-c', '--a', '-', '--', '-e', '-e5', 'TZ', '-a -b', '--keytab=$(A)', 'a  b', 'a #', 'a#', 'a:b', 'a :b',
  'TRUE', 'No', '/', '/tmp', 'a-', 'daemon off;', ...LONG,
];

/** What cdk8s writes so that kubectl, or every reader, takes it for something else or refuses it. */
// oxfmt-ignore
const MISTAKEN = [
  // Numbers of kubectl.
  '0o7', '0o755', '0O17', '0X1F', '0B11', '0b-1', '1e_3', '0_x1', '-0O0', '+_0o7',
  // Signs of YAML 1.1, and words that are near to one.
  '=', '<<', 'yEs', 'nULL',
  // White space and its indentation.
  '\n', '\n\n', ' \n', '  \n', 'a\n \n', '\tall:\n\techo\n', '\n\ta\n', 'a line of a script that is long\n \nend\n  ',
  // Beginnings and ends of documents.
  '---', '---a', '--- a', '...',
  // What is no character for some reader, or a line break.
  '\u0000', '\u0007', 'a\n\u007f', '\u0085', 'a\u0085b', '\u2028', 'a\u2028', '\u2029\na', '\ufeff', '\uffff', '\ud800', 'a\n\ud800b',
];

const text = fc.oneof(
  fc.constantFrom(...AWKWARD, ...MISTAKEN),
  fc.string(),
  anyText(),
  fc.string({ unit: fc.constantFrom(...Array.from('abe0-:#\n \t\'"{}[],&*!|>%@`~.😀中')) }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abexoXBO_+-.:tTzZ ')) }),
  fc.tuple(fc.constantFrom(...AWKWARD), fc.constantFrom(...AWKWARD)).map(([one, other]) => `${one}${other}`),
);

/** Objects with all that JSON has, made of some texts. */
function objectsOf(texts: fc.Arbitrary<string>): fc.Arbitrary<JsonObject> {
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      texts,
      fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('json'), { maxLength: 4 }),
      fc.dictionary(texts, tie('json'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  return fc.dictionary(texts, json, { maxKeys: 5, noNullPrototype: true });
}

/** What a value is everywhere in: as a value, an item, a key, and at the end of an object. */
function everywhere(value: string): JsonObject {
  return { a: value, b: [value, [value]], c: { [value]: [{ [value]: value }] }, z: value };
}

function readings(yaml: string): readonly unknown[] {
  return (['1.1', '1.2'] as const).map((version) =>
    parseAllDocuments(yaml, { version }).map((document): unknown => {
      expect(document.errors).toEqual([]);
      return document.toJS();
    }),
  );
}

const titled = (values: readonly string[]) =>
  values.map((value) => ({ title: JSON.stringify(value).slice(0, 40), value }));

test('every object is read as what it is, by YAML 1.1 and 1.2', () => {
  fc.assert(
    fc.property(fc.array(objectsOf(text), { minLength: 1, maxLength: 3 }), (objects) => {
      expect(readings(yamlText(objects))).toEqual([objects, objects]);
    }),
    { numRuns: 1000 },
  );
});

test('every object of usual texts is written as cdk8s writes it, byte for byte', () => {
  const word = fc.string({
    unit: fc.constantFrom(...Array.from('abcXYZ中é😀/\'"{}[]&*!|>%@`=,.:;#$()-_')),
    minLength: 1,
  });
  const line = fc
    .tuple(fc.constantFrom('a', 'B', '/', '中'), fc.array(word))
    .map(([start, words]) => [start, ...words].join(' '));
  const usual = fc.oneof(
    line,
    fc.array(line).map((lines) => lines.join('\n')),
    fc.constantFrom('8080', '0.5', 'yes', ''),
  );

  fc.assert(
    fc.property(fc.array(objectsOf(usual), { minLength: 1, maxLength: 3 }), (objects) => {
      expect(yamlText(objects)).toBe(Yaml.stringify(...objects));
    }),
    { numRuns: 1000 },
  );
});

test.each(titled(AWKWARD))('$title is written as cdk8s writes it, and read as what it is', ({ value }) => {
  const { c: _, ...withoutKeys } = everywhere(value);

  expect(yamlText([withoutKeys])).toBe(Yaml.stringify(withoutKeys));
  expect(readings(yamlText([everywhere(value)]))).toEqual([[everywhere(value)], [everywhere(value)]]);
});

test.each(titled(MISTAKEN))('$title stands in quotes, and is read as what it is', ({ value }) => {
  expect(yamlText([{ a: value }])).toMatch(/^a: ".*"\n$/);
  expect(readings(yamlText([everywhere(value)]))).toEqual([[everywhere(value)], [everywhere(value)]]);
});

test('a key that is long once it is written stands after a question mark, as a reader of YAML demands', () => {
  const objects = [{ a: [{ [`'"`.repeat(400)]: { b: 1 }, c: 2 }] }];

  expect(yamlText(objects)).toContain('? ');
  expect(readings(yamlText(objects))).toEqual([objects, objects]);
});

test('what has no form in JSON is written as cdk8s writes it', () => {
  const odd = { a: Number.NaN, b: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY], c: undefined };

  expect(yamlText([odd])).toBe('a: .nan\nb:\n  - .inf\n  - -.inf\nc: null\n');
});

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
