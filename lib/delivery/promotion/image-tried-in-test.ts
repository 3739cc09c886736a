import { addToList } from '../../validation/add-to-list';
import { quoted } from '../../validation/fields/expectations';
import { asText } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { parseImageReference } from '../../validation/names/image-reference';
import type { ImageReference } from '../../validation/names/image-reference';
import { containersOf } from '../../validation/pods/pods';
import type { Rule, RuleEnvironment } from '../../validation/rule';
import { runRules } from '../../validation/run-rules';
import type { RuleReport } from '../../validation/run-rules';
import { repositoryPath, runImages } from './run-images';

/** The rule by which production runs nothing that was not tried, as to one set of tested objects. */
export function imageTriedInTest(tested: readonly Manifest[]): Rule {
  const triedImages = new Map<string, ImageReference[]>();
  for (const image of runImages(tested)) {
    const path = repositoryPath(image);
    addToList(triedImages, path, image);
  }
  return {
    id: 'image-tried-in-test',
    class: 'policy',
    severity: 'error',
    summary: 'Production uses only image versions that the test environment runs.',
    remedy: 'Run it in the test environment first, or acknowledge the exception on the object with a reason.',
    check: (manifests) =>
      manifests.flatMap((manifest) =>
        containersOf(manifest).flatMap(({ path, json }) => {
          const text = asText(json['image']);
          const image = parseImageReference(text);
          const tried = triedImages.get(repositoryPath(image)) ?? [];
          if (text === '' || tried.some((one) => isSame(one, image))) return [];
          return [{ manifest, field: `${path}.image`, message: `is ${quoted(text)}; ${whatRuns(image, tried)}` }];
        }),
      ),
  };
}

/**
 * Compares the images of production with those of the test environment.
 *
 * @returns the report of this rule alone: what else is acknowledged on the objects is a matter of the other rules
 */
export function promotionReport(
  production: readonly Manifest[],
  tested: readonly Manifest[],
  environment: RuleEnvironment,
): RuleReport {
  const rule = imageTriedInTest(tested);
  const report = runRules(production, environment, [rule]);
  return { ...report, findings: report.findings.filter((finding) => finding.rule === rule.id) };
}

/** Where both have a digest it decides, as it does for the container runtime; where one has none, the tag has to do. */
function isSame(one: ImageReference, other: ImageReference): boolean {
  if (one.digest !== undefined && other.digest !== undefined) return one.digest === other.digest;
  return one.tag !== undefined && one.tag === other.tag;
}

function whatRuns(image: ImageReference, tried: readonly ImageReference[]): string {
  if (tried.length === 0) return `the test environment runs no ${repositoryPath(image)}`;
  const versions = tried.map(({ tag = 'no tag', digest }) => (digest === undefined ? tag : `${tag}@${digest}`));
  return `the test environment runs ${[...new Set(versions)].sort().join(', ')}`;
}
