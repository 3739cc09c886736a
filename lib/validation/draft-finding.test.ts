import { acknowledgementInUse } from './acknowledgements';
import { compareDrafts, draftFinding } from './draft-finding';
import { aWorkload } from './testing/manifest-builders';
import type { Problem } from './rule';

const rule = { ...acknowledgementInUse, id: 'limits-within-vm' };

test('an optional part that a problem lacks is not in the finding either, so that JSON output has no empty fields', () => {
  const { finding } = draftFinding(rule, { manifest: aWorkload(), field: '', message: 'is odd' }, {});

  expect(Object.keys(finding)).toEqual(['rule', 'class', 'severity', 'object', 'field', 'message', 'remedy', 'file']);
});

test('an object without a name or a namespace sorts before the others and behind the whole set', () => {
  const about = (manifest?: Problem['manifest']) => draftFinding(rule, { manifest, field: '', message: 'is odd' }, {});
  const drafts = [about(aWorkload()), about({ file: 'x', json: { metadata: 5 } }), about()];

  expect(drafts.sort(compareDrafts).map(({ finding }) => finding.object)).toEqual([
    'Environment//',
    '//',
    'Deployment/znyw-prod/web',
  ]);
});

test('capitals sort by code, the same on every machine', () => {
  const about = (name: string) =>
    draftFinding(rule, { manifest: aWorkload({ name }), field: '', message: 'is odd' }, {});

  expect([about('b'), about('a'), about('B')].sort(compareDrafts).map(({ finding }) => finding.object)).toEqual([
    'Deployment/znyw-prod/B',
    'Deployment/znyw-prod/a',
    'Deployment/znyw-prod/b',
  ]);
});
