import { spawnSync } from 'node:child_process';
import * as fc from 'fast-check';
import { testsWithProgram } from '../workloads/testing/tests-with-program';
import { yamlText } from './yaml-text';

/** What a text may be made of so that some reader of YAML takes it for something else. */
const ALPHABETS = [
  '0123456789abefoOxXB_+-.:',
  'ab \n\t',
  'yesnofYESNO~=<',
  '-#:,?!&*|>%@`"\'{}[]a \n',
  '\u0085\u2028\ufeff\u007f中a\n',
];

const text = fc.oneof(
  ...ALPHABETS.map((alphabet) => fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), maxLength: 8 })),
  fc
    .array(fc.constantFrom('', ' ', '  ', '\t', 'a line of a script that is long', ' a', 'a '), { maxLength: 6 })
    .map((lines) => lines.join('\n')),
  fc.string({ unit: 'binary' }).filter((value) => !/\p{Surrogate}/u.test(value)),
);

/** Returns the data of a ConfigMap as kubectl reads them. */
function readByKubectl(data: Readonly<Record<string, string>>): unknown {
  const input = yamlText([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'texts' }, data }]);
  const args = ['label', '--local', '--filename', '-', 'read=true', '--output', 'json'];
  const { stdout, stderr } = spawnSync('kubectl', args, { input, encoding: 'utf8', maxBuffer: 1e9 });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { data: unknown }).data;
}

testsWithProgram('kubectl', () => {
  test('kubectl reads every text of a ConfigMap as what it is', () => {
    const texts = fc.sample(text, { numRuns: 20_000, seed: 1 });
    const data = Object.fromEntries(texts.map((value, index) => [`key-${index}`, value]));

    expect(readByKubectl(data)).toEqual(data);
  });
});
