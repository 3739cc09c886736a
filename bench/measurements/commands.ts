import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programFolder } from '../../lib/program-folder';
import { program, znyw } from '../commands';
import { inOneNamespace, inOwnNamespace, writeCluster, writeProjects } from '../material';
import type { AsProject } from '../material';
import { seconds } from '../measured';
import type { Effort, Measured, Measurement } from '../measured';
import { timePair } from '../timing';
import type { TimedCommand } from '../timing';

/** The commands of znyw on as much as a platform team may have, and on nothing at all. */
export const commands: Measurement = {
  name: 'commands',
  measure: (effort, folder) => [
    help(effort, folder),
    check(effort, folder),
    growth('znyw diff of two sets of objects', 2000, effort, (size) => diffOf(size, folder)),
    growth('znyw report of workloads', 1000, effort, (size) => reportOf(size, join(folder, 'many'), inOwnNamespace)),
    growth('znyw report of workloads in one namespace', 1000, effort, (size) =>
      reportOf(size, join(folder, 'one'), inOneNamespace),
    ),
    growth('znyw doctor on Pods', 10_000, effort, (size) => doctorOf(size, folder)),
  ],
};

/** A program that does nothing, found by npx as znyw is. */
function help({ runs }: Effort, folder: string): Measured {
  const empty = join(folder, 'empty');
  const programs = join(empty, 'node_modules', '.bin');
  mkdirSync(programs, { recursive: true });
  writeFileSync(join(empty, 'package.json'), '{"name":"empty","version":"1.0.0"}\n');
  writeFileSync(join(programs, 'empty'), '#!/usr/bin/env node\n', { mode: 0o755 });
  const own: TimedCommand = { program: 'npx', args: ['znyw', '--help'], folder: programFolder() };
  const pair = timePair(own, { program: 'npx', args: ['empty'], folder: empty }, runs);
  const detail = `${seconds(pair.seconds)} : ${seconds(pair.otherSeconds)}`;
  return { what: 'npx znyw --help : npx of an empty program', figure: pair.ratio, goal: 1.5, detail };
}

function check({ runs, isShort }: Effort, folder: string): Measured {
  const { objects } = writeProjects(join(folder, 'check'), isShort ? 500 : 10_000);
  const path = join(folder, 'check');
  const pair = timePair(accepting(znyw('check', path)), program('read', path), isShort ? 1 : Math.min(runs, 5));
  const detail = `${seconds(pair.seconds)} : ${seconds(pair.otherSeconds)}`;
  return { what: `znyw check of ${objects} objects : reading them`, figure: pair.ratio, goal: 2, detail };
}

function diffOf(objects: number, folder: string): TimedCommand {
  const [before, after] = [join(folder, `before-${objects}`), join(folder, `after-${objects}`)];
  writeProjects(before, objects);
  writeProjects(after, objects, (text, project) =>
    inOwnNamespace(text, project).replace('replicas: 1', 'replicas: 0').replaceAll('memory: 4Gi', 'memory: 5Gi'),
  );
  return accepting(znyw('diff', before, after));
}

/** A project has 23 workloads, its backups among them, and 85 objects. */
function reportOf(workloads: number, folder: string, asProject: AsProject): TimedCommand {
  const yaml = join(folder, `workloads-${workloads}`);
  writeProjects(yaml, Math.ceil(workloads / 23) * 85, asProject);
  return znyw('report', '--from', yaml, '--out', join(folder, `report-${workloads}`));
}

function doctorOf(pods: number, folder: string): TimedCommand {
  const cluster = join(folder, `cluster-${pods}`);
  writeCluster(cluster, pods);
  return accepting(znyw('doctor', '--namespace', 'znyw-prod', '--from', cluster));
}

/** Findings and differences are what is measured, and no failure. */
function accepting(command: TimedCommand): TimedCommand {
  const line = [command.program, ...command.args].map((word) => `'${word}'`).join(' ');
  return { ...command, program: 'sh', args: ['-c', `${line} || [ $? -eq 1 ]`] };
}

/** Compares a size with its half: twice the time is linear. */
function growth(what: string, size: number, effort: Effort, command: (size: number) => TimedCommand): Measured {
  const full = effort.isShort ? Math.ceil(size / 20) : size;
  const pair = timePair(command(full), command(full / 2), effort.isShort ? 1 : 3);
  return {
    what: `${what}: ${full} : ${full / 2}`,
    figure: pair.ratio,
    goal: 2.2,
    detail: `${seconds(pair.seconds)} : ${seconds(pair.otherSeconds)}`,
  };
}
