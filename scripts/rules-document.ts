import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acknowledgementInUse } from '../lib/validation/acknowledgements';
import { ruleGroups } from '../lib/validation/all-rules';
import type { Rule, RuleClass } from '../lib/validation/rule';

const RULES_FOLDER = join(__dirname, '..', 'lib', 'validation', 'rules');

const CLASSES: Readonly<Record<RuleClass, string>> = {
  refused: 'the API server, the quota or an admission plugin says no',
  parked: 'it is accepted, and never runs or never moves',
  policy: 'ours or the platform’s; can be acknowledged',
};

/** Returns docs/rules.md, from the table of rules and the comment above each. */
export function rulesDocument(): string {
  const groups = ruleGroups.map(({ title, rules }) => `## ${title}\n\n${rules.map(chapter).join('\n')}`);
  return `${introduction()}\n${groups.join('\n')}`;
}

function introduction(): string {
  const classes = Object.entries(CLASSES).map(([name, meaning]) => `- **${name}**: ${meaning}.`);
  const rows = ruleGroups.flatMap(({ rules }) =>
    rules.map(({ id, class: kind, severity, summary }) => `| [${id}](#${id}) | ${kind} | ${severity} | ${summary} |`),
  );
  return `<!-- Printed from lib/validation/all-rules.ts by \`npm run docs\`. -->

# Rules

What has to hold of the objects before they leave the machine. \`npm run synth\` and \`npx znyw check\` ask all of them.
规则一览：\`npm run synth\` 和 \`npx znyw check\` 在 YAML 离开本机之前逐条检查。

${classes.join('\n')}

An **error** stops a synth; a **warning** is shown.

A policy can be departed from on one object, with a reason that stands on the object and in the reports:

\`\`\`yaml
metadata:
  annotations:
    znyw/acknowledge.<rule>: why it is right here
\`\`\`

In a stack, that is \`acknowledge(mongo, 'Deployment/anomaly-mongo', '<rule>', 'why it is right here')\`, from
\`lib/workloads/acknowledge.ts\`.

An acknowledgement without a reason, of a rule that is no policy, or that silences nothing is itself a finding
(\`${acknowledgementInUse.id}\`, ${acknowledgementInUse.severity}). ${acknowledgementInUse.remedy}

One rule more, \`image-tried-in-test\` (policy, error), is asked by \`npx znyw publish --environment prod\` alone, as it
needs to know what the test environment runs: production uses only image versions that test runs.

| rule | class | severity | demands |
|---|---|---|---|
${rows.join('\n')}
`;
}

function chapter({ id, class: kind, severity, summary, remedy, needs = [] }: Rule): string {
  const needed = needs.length === 0 ? '' : ` Needs the environment’s ${needs.join(' and ')}.`;
  return `### ${id}

${summary} (${kind}, ${severity}.${needed})

${why(id)}

**What to do**: ${remedy}
`;
}

/**
 * Returns the comment above the rule in its file, which says why there is one.
 *
 * @throws Error if there is none
 */
function why(id: string): string {
  const source = readFileSync(join(RULES_FOLDER, `${id}.ts`), 'utf8');
  const comment =
    /\/\*\*\n((?: \*.*\n)+) \*\/\nexport const /.exec(source)?.[1] ??
    /\/\*\* (.*) \*\/\nexport const /.exec(source)?.[1];
  if (comment === undefined) {
    throw new Error(`lib/validation/rules/${id}.ts has no comment above the rule that says why it is there`);
  }
  return comment
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, ''))
    .join('\n')
    .replace(/\n@[^]*$/, '')
    .trim();
}
