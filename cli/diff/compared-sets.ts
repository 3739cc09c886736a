import { asObject, asText } from '../../lib/validation/manifest';
import type { Manifest } from '../../lib/validation/manifest';
import type { ComparedSet } from '../../lib/review/diff/set-diff';
import type { Text } from '../../lib/text';
import type { NamedEnvironment } from '../check/known-environments';
import { UsageError } from '../usage-error';
import type { SideContent } from './side-content';

/** What is compared with what. */
export interface Comparison {
  /** A set for each environment, sorted by name, or one that belongs to none. */
  readonly sets: readonly ComparedSet[];
  /** What a reader has to know of how the sides were taken. */
  readonly remarks: readonly Text[];
}

/** The two sides of a comparison. */
export interface Sides {
  readonly before: SideContent;
  readonly after: SideContent;
}

/** A side, with its objects told apart by environment. */
interface SortedSide {
  readonly content: SideContent;
  /** Of a folder that has one for each environment; empty for any other side. */
  readonly environments: ReadonlyMap<string, readonly Manifest[]>;
  /** What stands in no folder of an environment. */
  readonly rest: readonly Manifest[];
}

/**
 * Decides what is compared with what: of folders of environments, each with its like; otherwise the two as they are.
 *
 * @param known the environments of this program
 * @param chosen the one that alone is compared. @default all
 * @throws UsageError if it cannot be told which environment a side is of, or no side has the chosen one
 */
export function comparedSets(sides: Sides, known: readonly NamedEnvironment[], chosen?: NamedEnvironment): Comparison {
  const before = sorted(sides.before, known);
  const after = sorted(sides.after, known);
  if (chosen !== undefined) return ofOne(before, after, chosen);
  if (isRoot(before) && isRoot(after)) return ofEach(before, after, known);
  const own = [before, after].filter((side) => !isRoot(side)).map(({ content }) => environmentOf(content, known));
  const [one, other] = own;
  if (isRoot(before) || isRoot(after)) {
    if (one === undefined) throw unclear(isRoot(before) ? after : before, known);
    return ofOne(before, after, one, true);
  }
  const agreed = one?.name === other?.name ? one : undefined;
  const isPart = before.content.isFile || after.content.isFile;
  const set = { before: objectsOf(before), after: objectsOf(after) };
  return {
    sets: [{ ...set, ...(agreed === undefined ? {} : about(agreed, isPart)) }],
    remarks: otherNamespaces(set.before, set.after),
  };
}

/** Says why nothing of two states is in both, such as those of two environments. */
function otherNamespaces(before: readonly Manifest[], after: readonly Manifest[]): readonly Text[] {
  const [former, next] = [namespacesOf(before), namespacesOf(after)];
  if (former.length === 0 || next.length === 0 || former.some((namespace) => next.includes(namespace))) return [];
  const [one, other] = [former, next].map((names) => names.slice(0, 3).join(', '));
  return [
    {
      en: `the namespaces differ (${one}; ${other}), so no object of one is an object of the other`,
      zh: `两侧的 namespace 不同（${one}；${other}），因此没有对应的对象`,
    },
  ];
}

function namespacesOf(manifests: readonly Manifest[]): readonly string[] {
  const namespaces = manifests.map(({ json }) => asText(asObject(json['metadata'])['namespace']));
  return [...new Set(namespaces.filter((namespace) => namespace !== ''))].sort();
}

function sorted(content: SideContent, known: readonly NamedEnvironment[]): SortedSide {
  const names = new Set(known.map(({ name }) => name));
  const environments = new Map<string, Manifest[]>();
  const rest: Manifest[] = [];
  for (const manifest of content.manifests) {
    const slash = manifest.file.indexOf('/');
    const folder = manifest.file.slice(0, Math.max(slash, 0));
    if (!names.has(folder)) {
      rest.push(manifest);
      continue;
    }
    const objects = environments.get(folder) ?? [];
    environments.set(folder, objects);
    objects.push({ ...manifest, file: manifest.file.slice(slash + 1) });
  }
  return { content, environments, rest };
}

function isRoot({ environments }: SortedSide): boolean {
  return environments.size > 0;
}

function objectsOf({ content }: SortedSide): readonly Manifest[] {
  return content.manifests;
}

function environmentOf(content: SideContent, known: readonly NamedEnvironment[]): NamedEnvironment | undefined {
  return known.find(({ name }) => name === content.folderName);
}

/** Returns what is known of the environment of a set; a part of its objects says nothing about its allowance. */
function about({ name, namespace, cloud }: NamedEnvironment, isPart: boolean): Partial<ComparedSet> {
  return {
    environment: name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(cloud === undefined || isPart ? {} : { cloud }),
  };
}

function ofEach(before: SortedSide, after: SortedSide, known: readonly NamedEnvironment[]): Comparison {
  const compared = known
    .filter(({ name }) => before.environments.has(name) || after.environments.has(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const sets = compared.map((environment) => ({
    before: before.environments.get(environment.name) ?? [],
    after: after.environments.get(environment.name) ?? [],
    ...about(environment, false),
  }));
  const remarks = compared.flatMap(({ name }) => missingIn(before, after, name));
  const isFresh = before.content.isFresh === true || after.content.isFresh === true;
  const rest = [...before.rest, ...after.rest];
  if (rest.length === 0) return { sets, remarks };
  if (isFresh) return { sets, remarks: [...remarks, leftOut(rest)] };
  return { sets: [...sets, { before: before.rest, after: after.rest }], remarks };
}

function ofOne(before: SortedSide, after: SortedSide, environment: NamedEnvironment, isGuessed = false): Comparison {
  const { name } = environment;
  const roots = [before, after].filter(isRoot);
  if (roots.length === 2 && roots.every(({ environments }) => !environments.has(name))) {
    throw new UsageError(
      `neither ${before.content.label} nor ${after.content.label} has a folder of environment ${name}`,
      `Name states that have one; there are: ${[...new Set(roots.flatMap((side) => [...side.environments.keys()]))].sort().join(', ')}.`,
    );
  }
  const file = tryCommonFile(before, after, name);
  const chosen = (side: SortedSide) => {
    const objects = isRoot(side) ? (side.environments.get(name) ?? []) : objectsOf(side);
    return file === undefined || !isRoot(side) ? objects : objects.filter((manifest) => manifest.file === file);
  };
  const isPart = file !== undefined || (isGuessed && (before.content.isFile || after.content.isFile));
  return {
    sets: [{ before: chosen(before), after: chosen(after), ...about(environment, isPart) }],
    remarks: [...missingIn(before, after, name), ...(file === undefined ? [] : [onlyFile(file)])],
  };
}

/** Returns the file that alone is compared: a single one on one side, which the other has among others. */
function tryCommonFile(before: SortedSide, after: SortedSide, environment: string): string | undefined {
  const single = [before, after].find(({ content }) => content.isFile);
  const root = [before, after].find(isRoot);
  const file = single?.content.manifests[0]?.file;
  return root?.environments.get(environment)?.some((manifest) => manifest.file === file) === true ? file : undefined;
}

function unclear({ content }: SortedSide, known: readonly NamedEnvironment[]): UsageError {
  const label = content.label === '-' ? 'standard input' : content.label;
  return new UsageError(
    `${label} is no folder of environments, and the other side is one`,
    `Say with --environment which of them it is; known: ${known.map(({ name }) => name).join(', ')}.`,
  );
}

function missingIn(before: SortedSide, after: SortedSide, name: string): readonly Text[] {
  return [before, after]
    .filter((side) => isRoot(side) && !side.environments.has(name))
    .map((side) => ({
      en: `${side.content.label} has nothing of environment ${name}: everything counts as ${side === before ? 'added' : 'removed'}`,
      zh: `${side.content.label} 中没有环境 ${name}：全部对象均按${side === before ? '新增' : '删除'}计`,
    }));
}

function onlyFile(file: string): Text {
  return {
    en: `only ${file} is compared, so the quota is that of this file`,
    zh: `仅比较 ${file}，资源用量也只统计该文件`,
  };
}

function leftOut(rest: readonly Manifest[]): Text {
  const files = [...new Set(rest.map(({ file }) => file))].sort();
  const shown = files.slice(0, 5).join(', ');
  const more = files.length - 5;
  return {
    en: `not compared, since it is in no folder of an environment: ${shown}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `以下文件不在任何环境目录中，未参与比较：${shown}${more > 0 ? ` 等，另有 ${more} 个` : ''}`,
  };
}
