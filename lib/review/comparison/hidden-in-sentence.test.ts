import { quoted } from '../../validation/fields/expectations';
import type { Manifest } from '../../validation/manifest';
import { hiddenInSentence } from './hidden-in-sentence';

const labelled = (password: string): Manifest => ({
  file: 'web.yaml',
  json: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', labels: { password, app: 'web' } } },
});

test('a sentence shows no value that is hidden', () => {
  const hide = hiddenInSentence(labelled('let me in'));

  expect(hide('metadata.labels[password] is "let me in"; a word is expected')).toBe(
    'metadata.labels[password] is "(hidden)"; a word is expected',
  );
  expect(hide('metadata.labels[app] is "web"')).toBe('metadata.labels[app] is "web"');
});

test('a value that a sentence cuts is hidden too', () => {
  const long = 'x y '.repeat(100);

  expect(hiddenInSentence(labelled(long))(`is ${quoted(long)}`)).not.toContain('x y');
});
