import type { ListedImage } from './listed-image';
import type { LocalArchives } from './local-archives';
import { pushPlan } from './push-plan';

const nginx: ListedImage = {
  image: 'nginx',
  repository: 'znyw/nginx',
  version: '1',
  archive: 'nginx-1.tar',
  reference: 'dtr/znyw/nginx:1',
  origin: 'community',
  builtFrom: 'nginx:1',
  environments: ['prod'],
  workloads: ['web'],
};
const here: LocalArchives = {
  names: ['nginx-1.tar'],
  archives: new Map([['nginx-1.tar', { sha256: 'aa', bytes: 10, isCompressed: false, image: { references: [] } }]]),
  problems: [],
};
const nothing: LocalArchives = { names: [], archives: new Map(), problems: [] };
const none = { sent: [], same: [], kept: [], problems: [] };
const sent = { archive: 'nginx-1.tar', sha256: 'aa', bytes: 10, isCompressed: false };

test.each([
  ['is not in SVN', undefined, { sent: [{ ...sent, replaces: false }] }],
  ['is the same there', { bytes: 10, sha256: 'aa' }, { same: ['nginx-1.tar'] }],
  ['is another there', { bytes: 10, sha256: 'bb' }, { sent: [{ ...sent, replaces: true }] }],
  ['was replaced there by hand', { bytes: 11, sha256: 'aa' }, { sent: [{ ...sent, replaces: true }] }],
  ['was put there by hand', { bytes: 10 }, { sent: [{ ...sent, replaces: true }] }],
])('an archive that %s', (_, there, expected) => {
  const stored = new Map(there === undefined ? [] : [['nginx-1.tar', there]]);

  expect(pushPlan([nginx], here, stored)).toEqual({ ...none, ...expected });
});

test('one that is in SVN only stays there', () => {
  expect(pushPlan([nginx], nothing, new Map([['nginx-1.tar', { bytes: 1 }]]))).toEqual({
    ...none,
    kept: ['nginx-1.tar'],
  });
});

test('a wrong one is a problem even if SVN has one', () => {
  const problem = { archive: 'nginx-1.tar', message: 'is wrong', remedy: 'Make it again.' };
  const wrong = { ...nothing, names: ['nginx-1.tar'], problems: [problem] };

  expect(pushPlan([nginx], wrong, new Map([['nginx-1.tar', { bytes: 1 }]]))).toEqual({ ...none, problems: [problem] });
});
