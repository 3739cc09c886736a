import { aCloud, aSizedContainer, aWorkload } from './testing/manifest-builders';
import type { Manifest } from './manifest';
import type { Problem, Rule } from './rule';
import { runRules } from './run-rules';

const PROD = { name: 'prod', namespace: 'znyw-prod', cloud: aCloud() };

function aRule(parts: Partial<Rule> = {}): Rule {
  const texts = { summary: 'Everything is well.', remedy: 'Make it well.' };
  return { id: 'all-well', class: 'policy', severity: 'error', ...texts, check: () => [], ...parts };
}

function aRuleWith(problems: readonly Problem[], parts: Partial<Rule> = {}): Rule {
  return aRule({ check: () => problems, ...parts });
}

const named = (namespace: string, kind: string, name: string): Manifest => ({
  file: `${name}.yaml`,
  json: { kind, metadata: { namespace, name } },
});

const acknowledging = (id: string, reason: string) =>
  aWorkload({ annotations: { [`znyw/acknowledge.${id}`]: reason, other: 'x' } });

test('a problem of an object is reported with what its rule says', () => {
  const manifest = { ...aWorkload(), construct: 'focus/web/deployment' };

  expect(runRules([manifest], PROD, [aRuleWith([{ manifest, field: 'spec', message: 'is odd' }])])).toEqual({
    findings: [
      {
        rule: 'all-well',
        class: 'policy',
        severity: 'error',
        object: 'Deployment/znyw-prod/web',
        field: 'spec',
        message: 'is odd',
        remedy: 'Make it well.',
        file: 'web.k8s.yaml',
        construct: 'focus/web/deployment',
      },
    ],
    acknowledged: [],
    notRun: [],
  });
});

test('a problem of the whole set is reported about the environment, and its own words go before those of the rule', () => {
  const problem: Problem = { field: '', message: 'is odd', detail: 'much', remedy: 'Do it.', severity: 'warning' };

  expect(runRules([], PROD, [aRuleWith([problem])]).findings).toEqual([
    {
      rule: 'all-well',
      class: 'policy',
      severity: 'warning',
      object: 'Environment//prod',
      field: '',
      message: 'is odd',
      detail: 'much',
      remedy: 'Do it.',
      file: '',
    },
  ]);
  expect(runRules([], {}, [aRuleWith([problem])]).findings[0]?.object).toBe('Environment//');
});

test('findings are sorted by namespace, kind, name, field and rule, those about the whole set first', () => {
  const about = (manifest: Manifest | undefined, field: string): Problem => ({ manifest, field, message: 'is odd' });
  const problems = [
    about(named('b', 'Pod', 'a'), ''),
    about(named('a', 'Pod', 'b'), ''),
    about(named('a', 'Pod', 'a'), 'y'),
    about(named('a', 'Pod', 'a'), 'x'),
    about(named('a', 'Job', 'z'), ''),
    about(named('', 'Pod', 'a'), ''),
    about(undefined, 'requests.cpu'),
  ];
  const rules = [aRuleWith(problems, { id: 'b-rule' }), aRuleWith(problems.toReversed(), { id: 'a-rule' })];

  const lines = runRules([], PROD, rules).findings.map(({ object, field, rule }) => `${object} ${field} ${rule[0]}`);

  expect(lines).toEqual([
    'Environment//prod requests.cpu a',
    'Environment//prod requests.cpu b',
    'Pod//a  a',
    'Pod//a  b',
    'Job/a/z  a',
    'Job/a/z  b',
    'Pod/a/a x a',
    'Pod/a/a x b',
    'Pod/a/a y a',
    'Pod/a/a y b',
    'Pod/a/b  a',
    'Pod/a/b  b',
    'Pod/b/a  a',
    'Pod/b/a  b',
  ]);
});

test.each([
  [new RangeError('too deep'), 'too deep'],
  ['just text', 'just text'],
])('a rule that throws is an error and not a yes', (thrown, cause) => {
  const rule = aRule({
    severity: 'warning',
    check: () => {
      throw thrown;
    },
  });

  expect(runRules([acknowledging('all-well', 'we know')], PROD, [rule])).toEqual({
    findings: [
      {
        rule: 'all-well',
        class: 'policy',
        severity: 'error',
        object: 'Environment//prod',
        field: '',
        message: `rule all-well could not be evaluated: ${cause}`,
        remedy: 'Report it together with the objects as a bug of the rule; what it demands is not established.',
        file: '',
      },
    ],
    acknowledged: [],
    notRun: [],
  });
});

test('a rule that lacks a part of the environment is not run, and says what it lacked', () => {
  const check = jest.fn(() => []);
  const rules = [
    aRule({ id: 'a-rule', needs: ['cloud'], check }),
    aRule({ id: 'b-rule', needs: ['namespace', 'cloud'], check }),
    aRule({ id: 'c-rule', needs: ['namespace'] }),
  ];

  const report = runRules([acknowledging('a-rule', 'we know')], {}, rules);

  expect(check).not.toHaveBeenCalled();
  expect(report).toEqual({
    findings: [],
    acknowledged: [],
    notRun: [
      { rule: 'a-rule', reason: 'the VMs of the container cloud are not known' },
      {
        rule: 'b-rule',
        reason: 'the namespace of the project is not known, and the VMs of the container cloud are not known',
      },
      { rule: 'c-rule', reason: 'the namespace of the project is not known' },
    ],
  });
  expect(runRules([], PROD, rules).notRun).toEqual([]);
});

test('a policy that an object departs from for a reason does not count, and the reason is kept', () => {
  const manifest = acknowledging('all-well', ' agreed with the platform ');
  const rule = aRuleWith([{ manifest, field: 'spec', message: 'is odd' }]);

  const report = runRules([manifest], PROD, [rule]);

  expect(report.findings).toEqual([]);
  expect(report.acknowledged.map(({ finding, reason }) => [finding.object, finding.message, reason])).toEqual([
    ['Deployment/znyw-prod/web', 'is odd', 'agreed with the platform'],
  ]);
});

test.each([
  ['without a reason', 'all-well', '  ', 'policy', 'gives no reason'],
  ['of a refusal', 'all-well', 'x', 'refused', 'is about a rule of class refused; only a policy is acknowledged'],
  ['of an unknown rule', 'all-wel', 'x', 'policy', 'is about "all-wel", which is no rule; policies: all-well'],
] as const)('an acknowledgement %s has no effect and says so', (_case, id, reason, ruleClass, message) => {
  const manifest = acknowledging(id, reason);
  const rule = aRuleWith([{ manifest, field: 'spec', message: 'is odd' }], { class: ruleClass });

  const { findings, acknowledged } = runRules([manifest], PROD, [rule]);

  expect(acknowledged).toEqual([]);
  expect(findings.map((finding) => [finding.rule, finding.severity, finding.field, finding.message])).toEqual([
    ['acknowledgement-in-use', 'warning', `metadata.annotations[znyw/acknowledge.${id}]`, message],
    ['all-well', 'error', 'spec', 'is odd'],
  ]);
});

test('an acknowledgement that matches nothing is a finding', () => {
  const acknowledged = acknowledging('all-well', 'was so once');
  const other = aWorkload({ name: 'other' });
  const rule = aRuleWith([{ manifest: other, field: 'spec', message: 'is odd' }]);

  expect(
    runRules([acknowledged, other], PROD, [rule]).findings.map(({ object, message }) => [object, message]),
  ).toEqual([
    ['Deployment/znyw-prod/other', 'is odd'],
    ['Deployment/znyw-prod/web', 'matches no finding of all-well'],
  ]);
});

test('without a table of its own, a run asks every rule', () => {
  const manifest = aWorkload({ containers: [aSizedContainer('web', '9/', '9/')] });

  const findings = runRules([manifest], PROD).findings.map(({ rule, field }) => [rule, field]);

  expect(findings).toEqual(
    expect.arrayContaining([
      ['requests-within-quota', 'requests.cpu'],
      ['resources-declared', 'spec.template.spec.containers[web].resources'],
      ['limits-within-vm', 'spec.template.spec.containers[web].resources.limits.cpu'],
      ['pod-security-restricted', 'spec.template.spec.containers[web].securityContext.allowPrivilegeEscalation'],
    ]),
  );
});

test('an acknowledgement of what only publish asks is none that is unknown', () => {
  const manifest = acknowledging('image-tried-in-test', 'tried by hand, OPS-7');

  expect(runRules([manifest], {}, []).findings).toEqual([]);
});
