/** One instruction of a Dockerfile: its keyword in capitals, and the rest on one line. */
export interface Instruction {
  readonly keyword: string;
  readonly rest: string;
}

/** A stage of a Dockerfile: what stands before the first FROM has no stage. */
export interface DockerfileStages {
  readonly global: readonly Instruction[];
  readonly stages: readonly (readonly Instruction[])[];
}

/** Reads a Dockerfile into its stages. Knows comments and continued lines; heredocs are not among ours. */
export function readDockerfile(text: string): DockerfileStages {
  const instructions = text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/\s*\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(instruction);
  const global: Instruction[] = [];
  const stages: Instruction[][] = [];
  for (const each of instructions) {
    if (each.keyword === 'FROM') {
      stages.push([each]);
    } else {
      (stages.at(-1) ?? global).push(each);
    }
  }
  return { global, stages };
}

function instruction(line: string): Instruction {
  const [, keyword = '', rest = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
  return { keyword: keyword.toUpperCase(), rest };
}
