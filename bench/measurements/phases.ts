import { join } from 'node:path';
import { mebibytes, milliseconds } from '../measured';
import type { Measured, Measurement } from '../measured';
import { allPhases, PHASES, phaseTimes } from '../phase-times';
import type { PhaseTimes } from '../phase-times';
import { copyProgram } from '../program-copy';
import { synthIn } from '../timed-programs';
import { medianOf, repeated, secondsOf } from '../timing';
import type { TimedCommand } from '../timing';

/** A whole synth, what it cannot do without, and what a run in one process says of its phases: in milliseconds. */
interface Round {
  readonly synth: number;
  readonly libraries: number;
  readonly times: PhaseTimes;
}

/** What the parts of a synth cost, in its first and only run, where most code is not compiled yet, and at scale. */
export const phases: Measurement = {
  name: 'phases',
  measure: ({ usual, few, many }, folder) => {
    const copy = copyProgram(join(folder, 'copy'), 'ours');
    const rounds = repeated(usual, (): Round => ({
      synth: secondsOf(synthIn(copy)) * 1000,
      libraries: secondsOf(librariesIn(copy)) * 1000,
      times: phaseTimes(folder),
    }));
    const besideStock = repeated(usual, () => phaseTimes(folder, { besideStock: true }));
    return [
      ...wholeSynth(rounds),
      ...profile(rounds),
      rulesShare(
        'one project of both environments, first run',
        rounds.map(({ times }) => times),
      ),
      besideStockWriter(besideStock),
      ...[few, many].map((projects) =>
        rulesShare(
          `${projects} projects of one environment`,
          repeated(usual, () => phaseTimes(folder, { projects })),
        ),
      ),
    ];
  },
};

/** A process that only loads what every program of cdk8s loads, as node finds it. */
function librariesIn(copy: string): TimedCommand {
  return { program: process.execPath, args: ['--eval', "require('cdk8s'); require('cdk8s-plus-27')"], folder: copy };
}

function wholeSynth(rounds: readonly Round[]): readonly Measured[] {
  const runs = rounds.length;
  const synth = medianOf(rounds, (round) => round.synth);
  const objectValid = medianOf(rounds, ({ times }) => times.objectValid);
  const rest = medianOf(rounds, (round) => round.synth - round.times.objectValid);
  const libraries = medianOf(rounds, (round) => round.libraries);
  return [
    {
      what: 'object-valid : node launch/synth.js',
      figure: medianOf(rounds, (round) => round.times.objectValid / round.synth),
      goal: 1 / 3,
      runs,
      detail: `${milliseconds(objectValid)} of ${milliseconds(synth)}`,
    },
    {
      what: 'node launch/synth.js without object-valid : loading cdk8s and cdk8s-plus-27',
      figure: medianOf(rounds, (round) => (round.synth - round.times.objectValid) / round.libraries),
      goal: 2,
      runs,
      detail: `${milliseconds(rest)} : ${milliseconds(libraries)}`,
    },
  ];
}

/** Where the time of a synth goes. */
function profile(rounds: readonly Round[]): readonly Measured[] {
  const row = (what: string, amount: (round: Round) => number): Measured => ({
    what,
    figure: medianOf(rounds, amount),
    unit: 'ms',
    runs: rounds.length,
    detail: `${(medianOf(rounds, (round) => amount(round) / round.synth) * 100).toFixed(0)} % of the synth`,
  });
  return [
    ...PHASES.map((phase) => row(`phase ${phase}`, ({ times }) => times[phase])),
    row('beside the phases: node, the key of the sources, loading', ({ synth, times }) => synth - allPhases(times)),
  ];
}

/** Compares what the rules and sums take with what rendering and writing do. */
function rulesShare(size: string, samples: readonly PhaseTimes[]): Measured {
  const written = ({ render, yaml, write }: PhaseTimes) => render + yaml + write;
  return { ...shareOf(`rules and sums : rendering and writing, ${size}`, samples, written), goal: 0.5 };
}

/** For the document: what the same rules are beside the writer that cdk8s has. */
function besideStockWriter(samples: readonly PhaseTimes[]): Measured {
  const written = ({ render, stockYaml, write }: PhaseTimes) => render + stockYaml + write;
  return shareOf('rules and sums : rendering and writing as cdk8s writes YAML, first run', samples, written);
}

function shareOf(what: string, samples: readonly PhaseTimes[], written: (times: PhaseTimes) => number): Measured {
  const judged = ({ objectValid, rules, capacity }: PhaseTimes) => objectValid + rules + capacity;
  const [judging, writing] = [judged, written].map((amount) => milliseconds(medianOf(samples, amount)));
  return {
    what,
    figure: medianOf(samples, (times) => judged(times) / written(times)),
    runs: samples.length,
    detail: `${judging} : ${writing}, peak ${mebibytes(medianOf(samples, ({ peakBytes }) => peakBytes))}`,
  };
}
