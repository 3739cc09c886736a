import type { CloudCapacity, RuleEnvironment } from '../../validation/rule';
import type { RunProgram } from './run-program';
import type { SvnClient } from './svn-client';

/** File name to YAML. */
export type YamlFiles = ReadonlyMap<string, string>;

/** What is to be published, and how. */
export interface PublishRequest {
  readonly environment: RuleEnvironment & { readonly name: string; readonly cloud: CloudCapacity };
  /** The folder in SVN that has a folder for each environment. */
  readonly url: string;
  /** The words of the person who publishes, for the log. @default `Publish <environment>` */
  readonly message?: string;
  /** Whether changes by hand are overwritten; if not, they stop the publication. */
  readonly overwriteDrift: boolean;
  /** The folder of the program, of which the log names the revision. */
  readonly programFolder: string;
  /**
   * Makes the files and asks all rules; `warnings` are no reason to refuse.
   *
   * @throws OperatorError with every reason, if anything is wrong
   */
  readonly synthesize: () => { readonly files: YamlFiles; readonly warnings: readonly string[] };
  /** Makes the files of each environment that people try things out in. Asked only for production. */
  readonly tested: () => readonly YamlFiles[];
}

/** Where a publication says what it does. */
export interface PublishOutput {
  /** Shows a result: text with its line breaks. */
  readonly result: (text: string) => void;
  /** Shows a line about what is going on. */
  readonly progress: (line: string) => void;
}

/** With what a publication works. */
export interface PublishTools {
  readonly svn: SvnClient;
  readonly run: RunProgram;
  readonly output: PublishOutput;
}
