import type { Manifest } from '../../validation/manifest';
import type { RuleEnvironment } from '../../validation/rule';

/** What should be there: the objects of `dist/`, and what is known of their environment. */
export interface Expected {
  /** Empty where there is nothing to compare with. */
  readonly manifests: readonly Manifest[];
  readonly environment: RuleEnvironment;
  /** The source files to edit, by file, as its head names them. @default not known */
  readonly sources?: ReadonlyMap<string, readonly string[]>;
}

/** Nothing is known of what should be there. */
export const NOTHING_EXPECTED: Expected = { manifests: [], environment: {} };
