import { join } from 'node:path';
import { programFolder } from '../../lib/program-folder';
import { program } from '../commands';
import { mebibytes } from '../measured';
import type { Measured, Measurement } from '../measured';
import { median, run, timePair } from '../timing';
import type { TimedCommand } from '../timing';

/** What bench/programs/phases.ts says, in milliseconds. */
type Phases = Readonly<
  Record<
    | 'construct'
    | 'render'
    | 'objectValid'
    | 'rules'
    | 'capacity'
    | 'yaml'
    | 'write'
    | 'stockYaml'
    | 'sinceStart'
    | 'peakBytes',
    number
  >
>;

/** A process that only loads what every program of cdk8s loads, as node finds it. */
const LIBRARIES: TimedCommand = {
  program: process.execPath,
  args: ['-e', "require('cdk8s'); require('cdk8s-plus-27')"],
  folder: programFolder(),
};

/** What the parts of a synth cost, in its first and only run, where most code is not compiled yet, and at scale. */
export const phases: Measurement = {
  name: 'phases',
  measure: ({ runs, projects, isShort }, folder) => {
    const libraries = timePair(program('phases', '', folder), LIBRARIES, runs);
    const [cold, ...scaled] = ['', ...(isShort ? [] : ['10']), String(projects)].map((count) =>
      medians(Array.from({ length: count === '' ? runs : 3 }, () => phasesOf(count, folder))),
    );
    if (cold === undefined) return [];
    const besideStock = medians(Array.from({ length: runs }, () => phasesOf('', folder, 'stock')));
    const whole = libraries.seconds * 1000;
    return [
      {
        what: 'object-valid : the whole program',
        figure: cold.objectValid / whole,
        goal: 1 / 3,
        detail: `${cold.objectValid.toFixed(0)} ms of ${whole.toFixed(0)} ms`,
      },
      {
        what: 'the program without object-valid : a process that loads cdk8s and cdk8s-plus-27',
        figure: (whole - cold.objectValid) / (libraries.otherSeconds * 1000),
        goal: 2,
        detail: `${(whole - cold.objectValid).toFixed(0)} ms : ${(libraries.otherSeconds * 1000).toFixed(0)} ms`,
      },
      rulesShare('2 environments, first run', cold),
      againstStockWriter(besideStock),
      ...scaled.map((figures, index) =>
        rulesShare(`${scaled.length > 1 && index === 0 ? 10 : projects} projects`, figures),
      ),
    ];
  },
};

function rulesShare(size: string, { render, yaml, write, objectValid, rules, capacity, peakBytes }: Phases): Measured {
  const judged = objectValid + rules + capacity;
  const written = render + yaml + write;
  return {
    what: `rules and sums : rendering and writing, ${size}`,
    figure: judged / written,
    goal: 0.5,
    detail: `${judged.toFixed(0)} ms : ${written.toFixed(0)} ms, peak ${mebibytes(peakBytes)}`,
  };
}

/** For the document: what the same rules are beside the writer that cdk8s has. */
function againstStockWriter({ render, stockYaml, write, objectValid, rules, capacity }: Phases): Measured {
  const judged = objectValid + rules + capacity;
  const written = render + stockYaml + write;
  return {
    what: 'rules and sums : rendering and writing as cdk8s writes YAML, first run',
    figure: judged / written,
    detail: `${judged.toFixed(0)} ms : ${written.toFixed(0)} ms`,
  };
}

function phasesOf(projects: string, folder: string, writer = ''): Phases {
  return JSON.parse(run(program('phases', projects, join(folder, 'phases'), writer)));
}

function medians(samples: readonly Phases[]): Phases {
  const middle = (phase: keyof Phases) => median(samples.map((sample) => sample[phase]));
  return {
    construct: middle('construct'),
    render: middle('render'),
    objectValid: middle('objectValid'),
    rules: middle('rules'),
    capacity: middle('capacity'),
    yaml: middle('yaml'),
    write: middle('write'),
    stockYaml: middle('stockYaml'),
    sinceStart: middle('sinceStart'),
    peakBytes: middle('peakBytes'),
  };
}
