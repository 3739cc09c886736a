import type { QuotaChange } from '../../review/diff/quota-change';
import { diffSummary } from '../../review/diff/diff-summary';
import { CHANGE_WORDS, EFFECT_WORDS } from '../../review/diff/effect-words';
import { imageWords } from '../../review/diff/image-changes';
import type { ImageChange } from '../../review/diff/image-changes';
import type { ObjectChange } from '../../review/diff/object-change';
import type { SetDiff } from '../../review/diff/set-diff';
import { formatCpu, formatMemory } from '../../validation/quantities/quantity-format';
import type { ResourceAmounts } from '../../validation/quantities/resource-amounts';
import { visibleText, visibleLine } from '../../visible-text';
import type { PublicationPlan } from './publication-plan';

/** What the log of SVN is to say of a publication. */
export interface LogFacts {
  readonly environment: string;
  /** The words of the person who publishes. @default none */
  readonly message?: string;
  /** The state of the program that wrote the files. */
  readonly source: string;
  readonly plan: PublicationPlan;
  /** From all that stood in SVN to all that is published. */
  readonly diff: SetDiff;
  /** Files that stood in SVN and could not be read, so that what stood in them is not among what was there before. */
  readonly unread: readonly string[];
  /** What changes by hand are overwritten, a line each. */
  readonly overwritten: readonly string[];
}

/** A log is read in a list of logs: of more than this it says how many there are, and `znyw diff` has them all. */
const MAX_OBJECTS = 40;
const MAX_NAMES = 40;
const MAX_IMAGES = 20;
const MAX_FIELDS = 6;
const MAX_LINE_LENGTH = 300;

/** Returns the log message of a publication: what was said, and then what a reader has to know of it, a line each. */
export function logMessage(facts: LogFacts): string {
  const { environment, plan, diff, unread, overwritten } = facts;
  const { removed, changed, added, dataLost, refused, ended, recreated, restarted } = diffSummary(diff.objects);
  const message = visibleText(facts.message ?? '').trim();
  const replaced = [...new Set([...recreated, ...restarted])].sort();
  const lines = [
    `source: ${facts.source}`,
    ...listed('added', plan.added),
    ...listed('changed', plan.changed),
    ...listed('marked as published', plan.marked),
    ...listed('deleted', plan.deleted),
    `objects: ${removed} removed, ${changed} changed, ${added} added`,
    ...listed('data is lost', dataLost),
    ...listed('refused by the API server', refused),
    ...listed('ends', ended),
    ...(replaced.length === 0 ? ['restarts: none'] : listed('restarts', replaced)),
    ...bounded(diff.objects.map(objectLine), MAX_OBJECTS),
    ...bounded(diff.images.map(imageLine), MAX_IMAGES),
    ...listed('not readable before, so not compared', unread),
    ...quotaLines(diff.quota),
    ...overwritten.map((line) => `overwritten drift: ${line}`),
  ];
  return `${message === '' ? `Publish ${environment}` : message}\n\n${lines.join('\n')}\n`;
}

function listed(title: string, names: readonly string[]): readonly string[] {
  const shown = names.slice(0, MAX_NAMES).map(visibleLine);
  const more = names.length - shown.length;
  return names.length === 0 ? [] : [`${title}: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}

function bounded(lines: readonly string[], most: number): readonly string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `  and ${more} more`] : lines;
}

/** Says of an object what happens, and by which fields. */
function objectLine({ object, change, effects, fields }: ObjectChange): string {
  const paths = fields.slice(0, MAX_FIELDS).map(({ path }) => path);
  const more = fields.length - paths.length;
  // That nothing restarts because of what is new or gone goes without saying.
  const told = effects.filter((effect) => effect !== 'none' || change === 'changed');
  const parts = [
    ...(told.length === 0 ? [] : [told.map((effect) => EFFECT_WORDS[effect].en).join(', ')]),
    ...(paths.length === 0 ? [] : [`${paths.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]),
  ];
  const end = parts.length === 0 ? '' : `: ${parts.join('; ')}`;
  return `  ${shortened(visibleLine(`${CHANGE_WORDS[change].en} ${object}${end}`))}`;
}

function imageLine({ workload, container, before, after }: ImageChange): string {
  const versions =
    before === undefined
      ? `new, ${after ?? ''}`
      : after === undefined
        ? `removed, ${before}`
        : `${imageWords(before, after)} → ${imageWords(after, before)}`;
  return shortened(visibleLine(`image: ${workload}/${container} ${versions}`));
}

function quotaLines({ before, after, allowed, rolloutPeakAfter }: QuotaChange): readonly string[] {
  const of = allowed === undefined ? '' : `, of ${amounts(allowed)} allowed`;
  return [
    `requests before: ${amounts(before)}`,
    `requests after: ${amounts(after)}${of}`,
    `rollout peak after: ${amounts(rolloutPeakAfter)}`,
  ];
}

function amounts({ cpuMillis, memoryBytes }: ResourceAmounts): string {
  return `${formatCpu(cpuMillis)} CPU and ${formatMemory(memoryBytes)}`;
}

function shortened(line: string): string {
  // Not in the middle of a character.
  return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…` : line;
}
