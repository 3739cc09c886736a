import { join } from 'node:path';
import { mebibytes, seconds } from '../measured';
import type { Effort, Measured, Measurement } from '../measured';
import { program } from '../timed-programs';
import { medianOf, repeated, run } from '../timing';

/** Workloads of a project here: the nineteen of the article, in both environments. */
const WORKLOADS = 2 * 19;

const KIBI = 1024;

/** What bench/programs/projects.ts says of one run: without loading, which is the same for any number of projects. */
interface Sample {
  readonly seconds: number;
  readonly peakBytes: number;
}

/** Samples of programs of different sizes that ran in turn. */
interface Round {
  readonly one: Sample;
  readonly few: Sample;
  readonly many: Sample;
  readonly most: Sample;
}

/** Many projects in one process: growth, memory, and stock cdk8s on the same constructs. */
export const scale: Measurement = {
  name: 'scale',
  measure: (effort, folder) => [...growth(effort, folder), besideStock(effort, folder)],
};

function growth({ usual, few, many }: Effort, folder: string): readonly Measured[] {
  const most = 3 * many;
  const rounds = repeated(usual, (): Round => ({
    one: sampleOf('own', 1, folder),
    few: sampleOf('own', few, folder),
    many: sampleOf('own', many, folder),
    most: sampleOf('own', most, folder),
  }));
  const runs = usual.runs;
  const time = (size: keyof Round) => seconds(medianOf(rounds, (round) => round[size].seconds));
  const peak = (size: keyof Round) => mebibytes(medianOf(rounds, (round) => round[size].peakBytes));
  const perWorkload = (size: keyof Round, projects: number): Measured => ({
    what: `time per workload, ${projects === 1 ? '1 project' : `${projects} projects`} of both environments`,
    figure: (medianOf(rounds, (round) => round[size].seconds) * 1000) / (projects * WORKLOADS),
    unit: 'ms',
    runs,
    detail: `${time(size)} for ${projects * WORKLOADS} workloads, peak ${peak(size)}`,
  });
  return [
    perWorkload('one', 1),
    perWorkload('few', few),
    perWorkload('many', many),
    {
      what: `time per workload, ${many} : ${few} projects`,
      figure: medianOf(rounds, (round) => round.many.seconds / many / (round.few.seconds / few)),
      goal: 1.1,
      runs,
      detail: `${time('many')} : ${time('few')}`,
    },
    {
      what: `growth exponent of time, ${few} to ${most} projects`,
      figure: medianOf(rounds, (round) => Math.log(round.most.seconds / round.few.seconds) / Math.log(most / few)),
      goal: 1.05,
      runs,
      detail: `${time('few')}, ${time('most')}`,
    },
    {
      what: `peak memory per workload, ${few} to ${most} projects`,
      figure:
        medianOf(rounds, (round) => round.most.peakBytes - round.few.peakBytes) / KIBI / ((most - few) * WORKLOADS),
      unit: 'KiB',
      runs,
      detail: `${peak('few')}, ${peak('most')}`,
    },
  ];
}

/** The same constructs in one stock App, which takes half a minute. */
function besideStock({ slow, many }: Effort, folder: string): Measured {
  const rounds = repeated(slow, () => ({
    own: sampleOf('own', many, folder).seconds,
    stock: sampleOf('stock', many, folder).seconds,
  }));
  return {
    what: `${many} projects : stock App.synth(), which asks no rule`,
    figure: medianOf(rounds, ({ own, stock }) => own / stock),
    goal: 0.18,
    runs: slow.runs,
    detail: `${seconds(medianOf(rounds, ({ own }) => own))} : ${seconds(medianOf(rounds, ({ stock }) => stock))}`,
  };
}

function sampleOf(kind: 'own' | 'stock', projects: number, folder: string): Sample {
  return JSON.parse(run(program('projects', kind, String(projects), join(folder, `${kind}-${projects}`))));
}
