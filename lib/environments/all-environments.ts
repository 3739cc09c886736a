import type { Environment } from './environment';
import { prod } from './prod';
import { test } from './test';

/** Every environment that a synth writes. A new one is a data file beside this one and a name in this list. */
export const allEnvironments: readonly Environment[] = [test, prod];
