import type { Manifest } from '../../../validation/manifest';
import type { RuleEnvironment } from '../../../validation/rule';

/** A set of objects that a report shows: an environment, or a folder of anybody. */
export interface ReportSet {
  /** `prod`, or the path that was given. */
  readonly name: string;
  readonly environment: RuleEnvironment;
  readonly manifests: readonly Manifest[];
  /** The files to edit for a change, by the file of the manifest. @default not known */
  readonly sources?: ReadonlyMap<string, readonly string[]>;
}
