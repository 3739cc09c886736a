import { allQuestions } from './all-questions';
import { diagnose } from './judge/diagnose';
import { caseNames, readCase } from './testing/case-folder';
import type { CaseFinding } from './testing/case-folder';

const named = ({ id, object }: CaseFinding) => `${id} ${object}`;

test.each(caseNames())('%s', async (name) => {
  const { cluster, expected, findings } = await readCase(name);

  const { findings: found } = diagnose(cluster, expected, allQuestions);

  const told = found.map(named);
  expect(told).toEqual(expect.arrayContaining(findings.map(named)));
  const first = findings.find((finding) => finding.first === true);
  expect([undefined, told[0]]).toContain(first === undefined ? undefined : named(first));
  // A case without findings is a healthy cluster.
  const errors = found.filter(({ severity }) => severity === 'error').map(named);
  expect(findings.length === 0 ? errors : []).toEqual([]);
});
