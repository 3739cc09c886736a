import { kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { oncePer } from '../../../validation/once-per';
import { tryWorkload } from '../../../validation/pods/pods';
import type { RuleEnvironment } from '../../../validation/rule';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { isTerminating } from './pod-state';

const OTHERS: ReadonlySet<string> = new Set(['Service', 'ConfigMap', 'NetworkPolicy', 'Namespace']);

/**
 * Returns what is there as a set of objects that the rules of the validation can judge: workloads without what they
 * made themselves, and what lies between them.
 */
export const liveSet = oncePer((cluster: Cluster): readonly Manifest[] =>
  cluster.reading.objects.filter((object) => {
    if (OTHERS.has(kindOf(object))) return true;
    return tryWorkload(object) !== undefined && !isTerminating(object) && cluster.topOwner(object) === object;
  }),
);

/** Returns what the rules may know of the place: everything is there that there is, but what is declared besides. */
export const liveEnvironment = oncePer((cluster: Cluster) =>
  oncePer(({ environment }: Expected): RuleEnvironment => {
    const namespace = cluster.reading.namespace ?? environment.namespace;
    return { ...(namespace === undefined ? {} : { namespace }), outside: environment.outside ?? [] };
  }),
);
