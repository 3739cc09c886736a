import { acknowledgementInUse, acknowledgementProblems, tryAcknowledgement } from './acknowledgements';
import type { RuleIdentity } from './acknowledgements';
import { aWorkload } from './testing/manifest-builders';

const policy: RuleIdentity = { ...acknowledgementInUse, id: 'limits-within-vm', class: 'policy' };
const annotated = aWorkload({ annotations: { 'znyw/acknowledge.limits-within-vm': 'agreed until June' } });

test('an acknowledgement is the reason in the annotation of the rule', () => {
  expect(tryAcknowledgement(annotated, policy)).toBe('agreed until June');
});

test('what Kubernetes refuses cannot be acknowledged', () => {
  expect(tryAcknowledgement(annotated, { ...policy, class: 'refused' })).toBeUndefined();
  expect(tryAcknowledgement(annotated, { ...policy, class: 'parked' })).toBeUndefined();
});

test.each(['', ' ', 5, null, ['x']])('%j is no reason', (reason) => {
  const manifest = { file: '', json: { metadata: { annotations: { 'znyw/acknowledge.limits-within-vm': reason } } } };

  expect(tryAcknowledgement(manifest, policy)).toBeUndefined();
});

test('an acknowledgement of use, and any other annotation, is no problem', () => {
  const other = aWorkload({ annotations: { 'example.org/acknowledge.limits-within-vm': 'x' } });

  expect(acknowledgementProblems([annotated, other], [policy], () => true)).toEqual([]);
});

test('an acknowledgement of no use is a problem of its annotation', () => {
  expect(acknowledgementProblems([annotated], [policy], () => false)).toEqual([
    {
      manifest: annotated,
      field: 'metadata.annotations[znyw/acknowledge.limits-within-vm]',
      message: 'matches no finding of limits-within-vm',
    },
  ]);
});
