import { join } from 'node:path';
import { program } from './timed-programs';
import { run } from './timing';

/** The phases of a synth, in the order in which they come. */
export const PHASES = ['construct', 'render', 'objectValid', 'rules', 'capacity', 'yaml', 'write'] as const;

/** What bench/programs/phases.ts says of one run, in milliseconds. */
export type PhaseTimes = Readonly<Record<(typeof PHASES)[number], number>> & {
  /** YAML by the writer of cdk8s, of the same objects; 0 where it was not asked for. */
  readonly stockYaml: number;
  readonly peakBytes: number;
};

/** What the program of the phases synthesizes, and with what. */
export interface PhaseSubject {
  /** How many projects of one environment each. @default the program as it stands: one project, both environments */
  readonly projects?: number;
  /** Whether the YAML of cdk8s is timed as well. @default false */
  readonly besideStock?: boolean;
}

/** Synthesizes in a process of its own and returns what each phase took. */
export function phaseTimes(folder: string, { projects, besideStock = false }: PhaseSubject = {}): PhaseTimes {
  const size = projects === undefined ? 'both-environments' : String(projects);
  return JSON.parse(run(program('phases', size, join(folder, 'phases'), besideStock ? 'stock' : 'own')));
}

/** Returns the time of all phases together, in milliseconds. */
export function allPhases(times: PhaseTimes): number {
  return PHASES.reduce((sum, phase) => sum + times[phase], 0);
}
