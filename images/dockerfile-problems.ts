import { readDockerfile, type Instruction } from './dockerfile';

/** What an image has to be, by the catalog. */
export interface ExpectedImage {
  readonly name: string;
  readonly builtFrom: string;
  readonly uid: number;
  readonly gid: number;
}

const LABELS = ['title', 'version', 'source', 'base.name'].map((label) => `org.opencontainers.image.${label}`);
const SECRET_NAME = /pass(word|wd)?|secret|token|credential|keytab|private|api_?key/i;

/**
 * Returns what is wrong with the Dockerfile of an image, in order: what makes Kubernetes refuse it, what hides where it
 * comes from, and what would put a secret into it.
 */
export function dockerfileProblems(text: string, { name, builtFrom, uid, gid }: ExpectedImage): readonly string[] {
  const { global, stages } = readDockerfile(text);
  const all = [...global, ...stages.flat()];
  const last = stages.at(-1) ?? [];
  const labels = valuesOf(last, 'LABEL').join(' ');
  return [
    ...when(
      !global.some(({ rest }) => rest === `BASE=${builtFrom}`),
      `ARG BASE is not ${builtFrom}, as the catalog has it`,
    ),
    ...stages
      .map(([from]) => from?.rest ?? '')
      .filter((from) => !/^\$\{BASE\}( AS [a-z]+)?$/.test(from))
      .map((from) => `FROM ${from} is not the base that ARG BASE names`),
    ...when(valuesOf(last, 'USER').at(-1) !== `${uid}:${gid}`, `USER is not ${uid}:${gid}, which Kubernetes compares`),
    ...when(!passwdEntry(last, uid, gid), `no user with the id ${uid} gets an entry in passwd`),
    ...['ENTRYPOINT', 'CMD'].flatMap((keyword) => shellForms(last, keyword)),
    ...when(valuesOf(last, 'ENTRYPOINT').length !== 1, 'ENTRYPOINT is not there once'),
    ...LABELS.filter((label) => !labels.includes(`${label}=`)).map((label) => `LABEL ${label} is missing`),
    ...when(!labels.includes(`image.title=${name} `), `the title is not ${name}`),
    ...valuesOf(all, 'ADD').map((rest) => `ADD ${rest}: COPY what the build context holds`),
    ...all.filter(({ keyword }) => keyword === 'ARG' || keyword === 'ENV').flatMap(secretNames),
    ...valuesOf(all, 'RUN')
      .filter((rest) => /\b(curl|wget)\b[^&|;]*:\/\//.test(rest))
      .map((rest) => `RUN ${rest}: downloads what is no package`),
  ];
}

function when(wrong: boolean, problem: string): readonly string[] {
  return wrong ? [problem] : [];
}

function valuesOf(instructions: readonly Instruction[], keyword: string): readonly string[] {
  return instructions.filter((each) => each.keyword === keyword).map(({ rest }) => rest);
}

function passwdEntry(instructions: readonly Instruction[], uid: number, gid: number): boolean {
  const runs = valuesOf(instructions, 'RUN').join(' ');
  return (
    runs.includes(`useradd --uid ${uid} --gid ${gid} `) ||
    (runs.includes(`addgroup -g ${gid} `) && runs.includes(`-u ${uid} `))
  );
}

/** In the shell form, the shell and not the program gets the signals. */
function shellForms(instructions: readonly Instruction[], keyword: string): readonly string[] {
  return valuesOf(instructions, keyword)
    .filter((rest) => !/^\[("[^"]*"(, )?)+\]$/.test(rest))
    .map((rest) => `${keyword} ${rest} is not in exec form`);
}

function secretNames({ keyword, rest }: Instruction): readonly string[] {
  return [...rest.matchAll(/(?:^|\s)([A-Za-z_]\w*)(?==|$|\s)/g)]
    .map(([, name = '']) => name)
    .filter((name) => SECRET_NAME.test(name))
    .map((name) => `${keyword} ${name} would be a secret in the history of the image`);
}
