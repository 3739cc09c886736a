import { OperatorError } from '../../operator-error';
import { findingText } from '../../validation/finding-text';
import { promotionReport } from '../promotion/image-tried-in-test';
import type { EnvironmentFolder } from './environment-folder';
import { manifestsInFiles } from './manifests-in-files';
import { visibleLine } from '../../visible-text';
import type { PublicationPlan } from './publication-plan';
import { PublicationRefused } from './publication-refused';
import type { PublishOutput, PublishRequest, YamlFiles } from './publish-request';
import { SvnError } from './svn-error';

/**
 * Makes the files of an environment, and shows the warnings of the rules.
 *
 * @throws PublicationRefused with every reason, if a rule says no
 */
export function synthesizedFiles({ synthesize }: PublishRequest, { progress }: PublishOutput): YamlFiles {
  try {
    const { files, warnings } = synthesize();
    for (const warning of warnings) progress(warning);
    return files;
  } catch (cause) {
    if (!(cause instanceof OperatorError)) throw cause;
    throw new PublicationRefused(cause.message, cause.remedy, { cause });
  }
}

/**
 * Compares the images of production with those of the environments that people try things out in.
 *
 * @throws PublicationRefused with every image that was not tried
 */
export function requireTriedImages(
  { environment, tested }: PublishRequest,
  files: YamlFiles,
  { progress }: PublishOutput,
): void {
  const triedManifests = tested().flatMap((set) => manifestsInFiles(set).manifests);
  const { findings, acknowledged } = promotionReport(manifestsInFiles(files).manifests, triedManifests, environment);
  for (const { finding, reason } of acknowledged) progress(`acknowledged ${finding.rule} ${finding.object}: ${reason}`);
  if (findings.length > 0) throw new PublicationRefused(findings.map(findingText).join('\n'));
}

/**
 * Refuses a publication that the locks in SVN would stop, before anything is sent. The commit asks again: somebody may
 * lock a file meanwhile.
 *
 * @throws SvnError with every file that is locked, and by whom
 */
export function requireUnlocked(plan: PublicationPlan, { url, files }: EnvironmentFolder): void {
  const locked = [...plan.added, ...plan.changed, ...plan.marked, ...plan.deleted].flatMap((name) => {
    const owner = files.get(name)?.lockedBy;
    return owner === undefined ? [] : [`${name} by ${visibleLine(owner)}`];
  });
  if (locked.length === 0) return;
  throw new SvnError(
    'locked',
    `files in ${url} are locked in SVN: ${locked.join(', ')}`,
    'Ask whoever locked them to release them, or release them with svn unlock --force; then publish again.',
  );
}
