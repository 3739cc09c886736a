import { asList, asObject } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { GivenAddresses } from '../../../validation/reach/given-addresses';
import type { GivenAddress } from '../../../validation/reach/given-addresses';
import { isIpAddress } from '../../../validation/reach/ip-block';
import type { NetworkView } from './network-view';

/** An address of somebody outside the set that a workload is given. */
export interface OutsideCall {
  readonly host: string;
  /** @default not said */
  readonly port?: number;
  /** The variable that says it. @default a file or the command does */
  readonly variable?: string;
  /** What a name without a dot or of the cluster's domain means: a Service that is not in the set. */
  readonly isService: boolean;
}

/** Names that stand in XML and schemas and that no program asks. */
const NEVER_ASKED =
  /^(?:www\.w3\.org|java\.sun\.com|xmlns\.jcp\.org|json-schema\.org|.*\.apache\.org|www\.springframework\.org)$/;

/** A host with a domain: `kafka1.bank.example`. */
const DOMAIN_NAME = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,63}$/;

/** A name that only the cluster's DNS knows: `web`, `web.shop`, `web.shop.svc.cluster.local`. */
const SERVICE_NAME = /^[a-z](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9-]+\.svc(?:\.cluster\.local)?)?$/;

/** The usual ports of URLs that leave theirs out. */
const SCHEME_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
]);

/** Returns a reader of the addresses that workloads are given: those of Services of the set, and those outside. */
export function givenAddresses({ objects, services }: NetworkView): GivenAddresses {
  return new GivenAddresses(objects, (host) => services.mayBeMeant(host) || isOutsideHost(host) || isServiceName(host));
}

/** Returns the addresses outside the set among those that a workload is given; what may be no address is left out. */
export function outsideCalls(
  client: PodTemplate,
  given: readonly GivenAddress[],
  { services }: NetworkView,
): readonly OutsideCall[] {
  const aliases = new Set(
    asList(client.workload.podSpec['hostAliases']).flatMap((alias) => asList(asObject(alias)['hostnames'])),
  );
  return given.flatMap(({ host, port, scheme = '', certain, field }): readonly OutsideCall[] => {
    if (services.tryResolve(host, client.namespace) !== undefined || NEVER_ASKED.test(host)) return [];
    const [, variable] = /\.env\[([^\]]+)\]/.exec(field) ?? [];
    const known = port ?? SCHEME_PORTS.get(scheme);
    const call = {
      host,
      ...(known === undefined ? {} : { port: known }),
      ...(variable === undefined ? {} : { variable }),
    };
    if (isOutsideHost(host)) {
      const isClear = certain || (port !== undefined && (isIpAddress(host) || host.split('.').length > 2));
      return isClear ? [{ ...call, isService: false }] : [];
    }
    // Without a port, a name may be that of a cluster of HDFS, of a bucket, of a virtual host.
    const isServer = certain && (port !== undefined || scheme === 'http' || scheme === 'https');
    return isServer && isServiceName(host) && !aliases.has(host) ? [{ ...call, isService: true }] : [];
  });
}

function isOutsideHost(host: string): boolean {
  if (isIpAddress(host)) return !/^(?:127\.|0\.|169\.254\.|::1?$)/.test(host);
  return DOMAIN_NAME.test(host) && !/\.(?:local|svc|localhost)$/.test(host);
}

function isServiceName(host: string): boolean {
  return host !== 'localhost' && SERVICE_NAME.test(host);
}
