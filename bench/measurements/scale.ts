import { join } from 'node:path';
import { program } from '../commands';
import { mebibytes, seconds } from '../measured';
import type { Measured, Measurement } from '../measured';
import { median, run } from '../timing';

/** Workloads of a project: those of the article, in two environments. */
const WORKLOADS = 2 * 19;

interface Sample {
  readonly seconds: number;
  readonly peakBytes: number;
}

/** Many projects in one process: growth, memory, and stock cdk8s on the same constructs. */
export const scale: Measurement = {
  name: 'scale',
  measure: ({ projects, isShort }, folder) => {
    const times = isShort ? 1 : 3;
    const own = (count: number) => sampleOf('own', count, times, folder);
    const [ten, most, three] = [own(10), own(projects), own(3 * projects)];
    const stock = sampleOf('stock', projects, 1, folder);
    const growth = Math.log(three.seconds / ten.seconds) / Math.log((3 * projects) / 10);
    const perWorkload = (three.peakBytes - ten.peakBytes) / ((3 * projects - 10) * WORKLOADS);
    return [
      ratio(`time per workload, ${projects} : 10 projects`, most, projects, ten, 10, 1.1),
      ratio(`${projects} projects : stock App.synth(), which asks no rule`, most, 1, stock, 1, 0.18),
      {
        what: `growth exponent, 10 to ${3 * projects} projects`,
        figure: growth,
        goal: 1.05,
        detail: `${seconds(ten.seconds)}, ${seconds(most.seconds)}, ${seconds(three.seconds)}`,
      },
      {
        what: 'peak memory per workload, in KiB',
        figure: perWorkload / 1024,
        detail: [ten, most, three].map(({ peakBytes }) => mebibytes(peakBytes)).join(', '),
      },
    ];
  },
};

function ratio(what: string, own: Sample, ownCount: number, other: Sample, count: number, goal: number): Measured {
  const figure = own.seconds / ownCount / (other.seconds / count);
  return { what, figure, goal, detail: `${seconds(own.seconds)} : ${seconds(other.seconds)}` };
}

function sampleOf(kind: 'own' | 'stock', projects: number, times: number, folder: string): Sample {
  const samples = Array.from({ length: times }, (): Sample => {
    return JSON.parse(run(program('projects', kind, String(projects), join(folder, `${kind}-${projects}`))));
  });
  return {
    seconds: median(samples.map((sample) => sample.seconds)),
    peakBytes: median(samples.map((sample) => sample.peakBytes)),
  };
}
