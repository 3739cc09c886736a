import type { Rule } from './rule';
import { limitsWithinVm } from './rules/limits-within-vm';
import { requestsWithinQuota } from './rules/requests-within-quota';
import { resourcesDeclared } from './rules/resources-declared';

/** Every rule, in the order of their ids: the one table that a run, the documents and the tests read. */
export const allRules: readonly Rule[] = [limitsWithinVm, requestsWithinQuota, resourcesDeclared];
