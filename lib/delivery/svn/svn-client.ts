import type { ProgramResult, RunProgram } from './run-program';
import { SvnError, svnError } from './svn-error';

/** Who asks. */
export interface SvnAccess {
  /** @default whom svn knows from its own store, or this account */
  readonly username?: string;
  /** Handed to svn by its standard input alone. @default what svn knows, or asks the person at the terminal for */
  readonly password?: string;
}

/** Where a command runs, and what it is about. */
export interface SvnOptions {
  /** The working copy. @default none: the command names URLs */
  readonly cwd?: string;
  /** What an error names, where it is not the URL of this client. */
  readonly about?: string;
}

/** These work on a working copy alone and ask no server. */
const LOCAL_COMMANDS: ReadonlySet<string> = new Set(['add', 'delete', 'propdel', 'proplist', 'propset', 'revert']);

/** English, so that what is read out of the output of svn is the same everywhere; the encoding stays the account's. */
const ENVIRONMENT = { LANGUAGE: 'en' };

/** Runs svn, each command with the same access. */
export class SvnClient {
  /**
   * @param url the folder that errors name
   * @param rehearse where given, nothing is changed: commands that would are shown here instead
   */
  constructor(
    private readonly run: RunProgram,
    private readonly url: string,
    private readonly access: SvnAccess = {},
    private readonly rehearse?: (commandLine: string) => void,
  ) {}

  /** Whether nothing is to be changed. */
  get isRehearsal(): boolean {
    return this.rehearse !== undefined;
  }

  /**
   * Runs a command that changes nothing outside the temporary folder.
   *
   * @returns its standard output
   * @throws SvnError
   */
  async ask(args: readonly string[], { cwd, about = this.url }: SvnOptions = {}): Promise<string> {
    const { status, stdout, stderr } = await this.result(args, cwd);
    if (status !== 0) throw svnError(stderr, about);
    return stdout;
  }

  /**
   * Runs a command that changes something, or only shows it in a rehearsal.
   *
   * @returns its standard output, empty in a rehearsal
   * @throws SvnError
   */
  async change(args: readonly string[], options: SvnOptions = {}): Promise<string> {
    if (this.rehearse === undefined) return this.ask(args, options);
    this.rehearse(['svn', ...this.complete(args)].map(shellWord).join(' '));
    return '';
  }

  private async result(args: readonly string[], cwd: string | undefined): Promise<ProgramResult> {
    const { password } = this.access;
    try {
      return await this.run('svn', this.complete(args), {
        cwd,
        env: ENVIRONMENT,
        ...(password === undefined ? {} : { input: `${password}\n` }),
      });
    } catch (cause) {
      throw new SvnError(
        'not-installed',
        'svn could not be started',
        'Install subversion 1.10 or newer, so that svn is on the PATH.',
        { cause },
      );
    }
  }

  private complete(args: readonly string[]): readonly string[] {
    const { username, password } = this.access;
    if (LOCAL_COMMANDS.has(args[0] ?? '')) return args;
    return [
      ...args,
      ...(username === undefined ? [] : ['--username', username]),
      // Not kept: svn may store passwords as plain text in the home folder.
      ...(password === undefined ? [] : ['--password-from-stdin', '--non-interactive', '--no-auth-cache']),
    ];
  }
}

/** Returns a word of a command line so that a shell takes it as it is. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
