import { join } from 'node:path';
import { programFolder } from '../../lib/program-folder';
import { compare } from '../comparison';
import { writeCluster } from '../cluster-objects';
import { makeEmptyPackage } from '../empty-package';
import type { Effort, Measured, Measurement } from '../measured';
import { inSeparateNamespaces, inSharedNamespace, writeProjects } from '../project-manifests';
import type { AsProject } from '../project-manifests';
import { EMPTY_PROGRAM, program, znyw } from '../timed-programs';
import type { TimedCommand } from '../timing';

/** The commands of znyw on as much as a platform team may have, and on nothing at all. */
export const commands: Measurement = {
  name: 'commands',
  measure: (effort, folder) => [
    ...ofNothing(effort, folder),
    check(effort, join(folder, 'check')),
    reading(effort, join(folder, 'reading')),
    growth('znyw diff of', 2000, effort, (objects) => diffOf(objects, folder)),
    growth('znyw report of', 1000, effort, (workloads) =>
      reportOf(workloads, join(folder, 'separate'), inSeparateNamespaces),
    ),
    growth('znyw report in one namespace of', 1000, effort, (workloads) =>
      reportOf(workloads, join(folder, 'shared'), inSharedNamespace),
    ),
    growth('znyw doctor on', 10_000, effort, (pods) => doctorOf(pods, folder)),
  ],
};

/** What is started to do nothing: the least that people wait for. */
function ofNothing({ usual }: Effort, folder: string): readonly Measured[] {
  const empty = makeEmptyPackage(join(folder, 'empty'));
  const npx: TimedCommand = { program: 'npx', args: ['empty'], folder: empty };
  const npm: TimedCommand = { program: 'npm', args: ['run', '--silent', 'empty'], folder: empty };
  const help: TimedCommand = { program: 'npx', args: ['znyw', '--help'], folder: programFolder() };
  return [
    { what: 'npx znyw --help : npx of an empty program', own: help, other: npx, goal: 1.5 },
    { what: 'npx of an empty program : node', own: npx, other: EMPTY_PROGRAM },
    { what: 'npm run of an empty program : node', own: npm, other: EMPTY_PROGRAM },
  ].map((comparison) => compare(comparison, usual));
}

/** All rules are asked only by an environment. Its namespace is that of no project, so that each object has a finding. */
function check({ usual, isShort }: Effort, folder: string): Measured {
  const { objects } = writeProjects(folder, { objects: isShort ? 500 : 10_000 });
  const what = `znyw check of ${counted(objects)} objects, all rules : parsing them`;
  const own = znyw('check', '--environment', 'prod', folder);
  return compare({ what, own, other: program('parse', folder), goal: 2 }, usual);
}

/** What of a check is not judging: our reader refuses what would take forever, and kubectl would not read. */
function reading({ usual, isShort }: Effort, folder: string): Measured {
  const { objects } = writeProjects(folder, { objects: isShort ? 500 : 2000 });
  const what = `reading ${counted(objects)} objects as every command does : parsing them`;
  return compare({ what, own: program('read', folder), other: program('parse', folder) }, usual);
}

/** A command on a set, and how large that is, as in `2,040 objects a side`. */
interface Sized {
  readonly command: TimedCommand;
  readonly size: number;
  readonly unit: string;
}

/** Compares a size with its half: twice the time is linear. */
function growth(what: string, least: number, { usual, isShort }: Effort, ofSize: (least: number) => Sized): Measured {
  const full = isShort ? least / 20 : least;
  const [whole, half] = [ofSize(full), ofSize(full / 2)];
  const sizes = [whole, half].map(({ size }) => counted(size)).join(' : ');
  return compare({ what: `${what} ${sizes} ${whole.unit}`, own: whole.command, other: half.command, goal: 2.2 }, usual);
}

function diffOf(objects: number, folder: string): Sized {
  const [before, after] = [join(folder, `before-${objects}`), join(folder, `after-${objects}`)];
  const size = writeProjects(before, { objects }).objects;
  writeProjects(after, { objects }, (text, project) =>
    inSeparateNamespaces(text, project).replace('replicas: 1', 'replicas: 0').replaceAll('memory: 4Gi', 'memory: 5Gi'),
  );
  return { command: znyw('diff', before, after), size, unit: 'objects a side' };
}

function reportOf(workloads: number, folder: string, asProject: AsProject): Sized {
  const yaml = join(folder, `workloads-${workloads}`);
  const size = writeProjects(yaml, { workloads }, asProject).workloads;
  const command = znyw('report', '--from', yaml, '--out', join(folder, `report-${workloads}`));
  return { command, size, unit: 'workloads' };
}

function doctorOf(pods: number, folder: string): Sized {
  const cluster = join(folder, `cluster-${pods}`);
  writeCluster(cluster, pods);
  const command = znyw('doctor', '--namespace', 'znyw-prod', '--from', cluster);
  return { command, size: pods, unit: 'Pods' };
}

function counted(amount: number): string {
  return amount.toLocaleString('en');
}
