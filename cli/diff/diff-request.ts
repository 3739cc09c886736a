import type { SvnAccess } from '../../lib/delivery/svn/svn-client';
import type { Language } from '../../lib/text';
import { knownEnvironments } from '../check/known-environments';
import type { NamedEnvironment } from '../check/known-environments';
import type { CommandInput } from '../command-input';
import { languageOf } from '../language';
import { svnAccess } from '../svn-access';
import type { Terminal } from '../terminal';
import { unknownName, UsageError } from '../usage-error';
import { typedSide } from './typed-side';
import type { TypedSide } from './typed-side';

/** What a command line asks for. */
export interface DiffRequest {
  readonly before: TypedSide;
  /** @default a fresh synth */
  readonly after?: TypedSide;
  readonly output: Output;
  readonly language: Language;
  /** The environments of this program. */
  readonly known: readonly NamedEnvironment[];
  /** The one that alone is compared. @default all */
  readonly chosen?: NamedEnvironment;
  readonly access: SvnAccess;
}

/** The form of the result. */
export type Output = (typeof OUTPUTS)[number];

const OUTPUTS = ['text', 'markdown', 'json'] as const;

const EXAMPLES = 'Write npx znyw diff dist for the last synth and a fresh one, or npx znyw diff git:HEAD~1 git:HEAD.';

/**
 * Reads a command line.
 *
 * @throws UsageError if it cannot be meant as it is
 */
export async function diffRequest(input: CommandInput, terminal: Terminal): Promise<DiffRequest> {
  const output = outputOf(input.tryValue('output') ?? 'text');
  const language = languageOf(input.tryValue('lang'), terminal.env);
  const { before, after } = typedSides(input);
  const known = await knownEnvironments();
  const name = input.tryValue('environment');
  const chosen = known.find((environment) => environment.name === name);
  if (name !== undefined && chosen === undefined) {
    throw unknownName(
      'environment',
      name,
      known.map((environment) => environment.name),
    );
  }
  requireOneUse(input, [before, ...(after === undefined ? [] : [after])]);
  return {
    before,
    ...(after === undefined ? {} : { after }),
    output,
    language,
    known,
    ...(chosen === undefined ? {} : { chosen }),
    access: await svnAccess(input, terminal),
  };
}

function outputOf(text: string): Output {
  const output = OUTPUTS.find((known) => known === text);
  if (output === undefined) throw unknownName('output', text, OUTPUTS);
  return output;
}

function typedSides(input: CommandInput): Pick<DiffRequest, 'before' | 'after'> {
  const [before, after, ...rest] = input.words;
  if (before === undefined) throw new UsageError('there is nothing to compare with', EXAMPLES);
  if (rest.length > 0) {
    throw new UsageError(`${input.words.length} states are given; 1 or 2 can be compared`, EXAMPLES);
  }
  return { before: typedSide(before), ...(after === undefined ? {} : { after: typedSide(after) }) };
}

/** Standard input can be read once, and a password is for one server. */
function requireOneUse(input: CommandInput, sides: readonly TypedSide[]): void {
  const standard = sides.filter(({ kind }) => kind === 'standard-input');
  if (standard.length > 1) {
    throw new UsageError('standard input cannot be both sides', 'Write one of them to a file.');
  }
  const hasPassword = input.has('password-from-stdin');
  if (hasPassword && standard.length > 0) {
    throw new UsageError(
      'standard input cannot be both the password and a side',
      'Write the objects to a file, or leave out --password-from-stdin: svn asks for it at a terminal.',
    );
  }
  const servers = new Set(sides.flatMap((side) => (side.kind === 'svn' ? [serverOf(side.address.url)] : [])));
  const about = ['username', 'password-from-stdin'].filter((option) => input.has(option));
  if (about.length > 0 && servers.size === 0) {
    throw new UsageError(`--${about.join(' and --')} is about SVN, and no side is there`, '');
  }
  if (hasPassword && servers.size > 1) {
    throw new UsageError(
      `a password is for one server; these are ${servers.size}: ${[...servers].join(', ')}`,
      'Fetch one of the states with svn export, and compare with its folder.',
    );
  }
}

function serverOf(url: string): string {
  return url.split('/').slice(0, 3).join('/').toLowerCase();
}
