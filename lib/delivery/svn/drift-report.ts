import type { EnvironmentFolder } from './environment-folder';
import { visibleText, visibleLine } from '../../visible-text';
import type { Drift, DriftKind } from './publication-plan';
import { contentHash } from './published-property';
import type { WorkingCopy } from './working-copy';
import { elementsNamed, xmlRoot } from './xml-elements';

/** How far back the content is looked for that was published. */
const REVISIONS_LOOKED_AT = 20;

const MAX_LINES = 300;
const MAX_LINE_LENGTH = 500;

/** What there is to know about changes by hand. */
export interface DriftSource {
  readonly environment: string;
  readonly folder: EnvironmentFolder;
  readonly copy: WorkingCopy;
  readonly wanted: ReadonlyMap<string, string>;
  /** The property of a file: the hash of what was published. */
  readonly hashOf: (name: string) => string | undefined;
}

/** What was done by hand, as it follows the revision. */
const DEEDS: Readonly<Record<Exclude<DriftKind, 'deleted'>, (file: string) => string>> = {
  edited: (file) => `changed ${file} by hand since it was published`,
  unknown: (file) => `put ${file} there by hand: it was not published from here`,
  link: (file) => `made ${file} a symbolic link`,
};

/** Says who changed a file by hand, and how, in one line. */
export function driftLine({ name, kind }: Drift, { environment, folder }: DriftSource): string {
  const file = `${environment}/${name}`;
  // Its last revision went with it.
  if (kind === 'deleted') return `${file} was deleted in SVN since it was published`;
  const { revision = folder.revision, author = '' } = folder.files.get(name) ?? {};
  return `SVN revision ${revision}${author === '' ? '' : ` (${visibleLine(author)})`} ${DEEDS[kind](file)}`;
}

/**
 * Returns a change by hand as a unified diff: from what was published to what stands in SVN, or, where the former is not
 * found, from what stands in SVN to what would be published.
 */
export async function driftDiff({ name, kind }: Drift, source: DriftSource): Promise<string> {
  if (kind === 'deleted') return `--- ${name}\t(published)\n+++ ${name}\t(deleted in SVN)\n`;
  const revision = kind === 'edited' ? await tryPublishedRevision(name, source) : undefined;
  if (revision !== undefined) {
    const edited = source.folder.files.get(name)?.revision ?? source.folder.revision;
    return shortened(await source.copy.difference(name, `${revision}:${edited}`));
  }
  if (kind === 'link') return '';
  const diff = await source.copy.differenceTo(name, source.wanted.get(name) ?? '');
  return `what was published last is not known; - stands in SVN, + would be published\n${shortened(diff)}`;
}

/** Looks for the latest revision in which a file had the content that its property tells. */
async function tryPublishedRevision(name: string, { copy, hashOf }: DriftSource): Promise<string | undefined> {
  const log = await copy.ask('log', '--quiet', '--xml', '--limit', `${REVISIONS_LOOKED_AT}`, name);
  for (const { attributes } of elementsNamed(xmlRoot(log), 'logentry')) {
    const revision = attributes['revision'] ?? '';
    if (contentHash(await copy.ask('cat', '--revision', revision, name)) === hashOf(name)) return revision;
  }
  return undefined;
}

function shortened(diff: string): string {
  const lines = visibleText(diff).trimEnd().split('\n');
  const shown = lines
    .slice(0, MAX_LINES)
    .map((line) => (line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line));
  const left = lines.length - shown.length;
  return [...shown, ...(left === 0 ? [] : [`… ${left} more lines`]), ''].join('\n');
}
