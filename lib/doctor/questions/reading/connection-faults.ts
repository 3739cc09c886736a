import { objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { oncePer } from '../../../validation/once-per';
import { connectionAllowed } from '../../../validation/rules/connection-allowed';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { liveEnvironment, liveSet } from './live-set';

/** An address that a workload is given and that leads nowhere. */
export interface ConnectionFault {
  readonly client: Manifest;
  /** `Kind/namespace/name` of it. */
  readonly id: string;
  /** No Service of this name, a Service without this port, or a NetworkPolicy between. */
  readonly kind: 'no-service' | 'no-port' | 'policy';
  /** As it is given: `http://web:8080`. */
  readonly address: string;
  readonly host: string;
  /** Where it is given. */
  readonly field: string;
  /** What the rule says, in English. */
  readonly message: string;
  readonly remedy: string;
  /** `egress of NetworkPolicy web`, of kind `policy`. */
  readonly gate?: string;
  /** `TCP 6379 of Deployment redis`, or `DNS, UDP 53`; of kind `policy`. */
  readonly target?: string;
}

/** Returns the addresses that lead nowhere, as far as the live objects tell. */
export const connectionFaults = oncePer((cluster: Cluster) =>
  oncePer((expected: Expected): readonly ConnectionFault[] => {
    const problems = connectionAllowed.check(liveSet(cluster), liveEnvironment(cluster)(expected));
    return problems.flatMap(({ manifest, field, message, remedy = '', severity }) => {
      // A warning of the rule is about what hardly anybody needs: DNS by TCP.
      if (manifest === undefined || severity === 'warning') return [];
      const address = /^is given (?:the name )?([^\s;,]{1,300})/.exec(message)?.[1] ?? '';
      const host = address.replace(/^[a-z][a-z0-9+.-]*:\/\//, '').replace(/:\d+$/, '');
      const [, target, gate] =
        /(?:, which is (.{1,300}))?; the (\w+ of NetworkPolicy .{1,300}?) does not allow/.exec(message) ?? [];
      const dns = /does not allow (DNS, \w+ 53)$/.exec(message)?.[1];
      const kind =
        gate === undefined ? (message.includes('a Service of this name') ? 'no-service' : 'no-port') : 'policy';
      const at = target ?? dns;
      return [
        {
          client: manifest,
          id: objectId(manifest),
          kind,
          address,
          host,
          field,
          message,
          remedy,
          ...(gate === undefined ? {} : { gate }),
          ...(at === undefined ? {} : { target: at }),
        },
      ];
    });
  }),
);
