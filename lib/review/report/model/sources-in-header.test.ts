import { sourcesInHeader } from './sources-in-header';

test('the head of a generated file names the files to edit', () => {
  const text =
    '# web (prod): a page\n# Generated; a change here is lost with the next synth. Edit a.ts or b.ts.\nkind: X\n';

  expect(sourcesInHeader(text)).toEqual(['a.ts', 'b.ts']);
});

test.each(['', 'kind: X\n# Generated; lost. Edit a.ts.\n', '# Somebody wrote this. Edit it.\n'])(
  '%j names none',
  (text) => {
    expect(sourcesInHeader(text)).toEqual([]);
  },
);
