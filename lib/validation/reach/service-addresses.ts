import type { Manifest } from '../manifest';
import type { NamedObjects } from '../references/named-objects';
import { nameOf } from '../references/named-objects';
import { qualifiedKind } from '../references/qualified-kind';
import { isHeadless, servicePorts } from './service-ports';
import type { ServicePort } from './service-ports';
import type { WrittenAddress } from './written-addresses';

/** The ports of schemes, for URLs that leave the port out. */
const SCHEME_PORTS: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['ws', 80],
  ['https', 443],
  ['wss', 443],
]);

/** The Services of a set, found by the names that Pods have for them. */
export class ServiceAddresses {
  private readonly names: ReadonlySet<string>;

  constructor(
    manifests: readonly Manifest[],
    private readonly objects: NamedObjects,
  ) {
    this.names = new Set(manifests.filter((manifest) => qualifiedKind(manifest) === 'Service').map(nameOf));
  }

  /** Tells whether a host has the name of some Service where a name has it. */
  mayBeMeant(host: string): boolean {
    return host.split('.', 2).some((label) => this.names.has(label));
  }

  /**
   * Returns the Service that a host means for Pods of a namespace, or undefined: `web`, `web.shop`, `web.shop.svc`
   * with or without the domain of the cluster, and of a headless one each with the name of a Pod before it.
   *
   * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
   */
  tryResolve(host: string, namespace: string): Manifest | undefined {
    if (!this.mayBeMeant(host)) return undefined;
    const labels = host.split('.');
    const end = labels.indexOf('svc');
    // After the namespace stands nothing, or `svc` and what may follow it.
    const [first = '', second, third] = end === -1 ? labels : labels.slice(0, end);
    const length = end === -1 ? labels.length : end;
    if (length > 3 || (end !== -1 && length < 2)) return undefined;
    const find = (name: string, place = namespace) => this.objects.tryFind('Service', place, name);
    const findHeadless = (name: string, place?: string) => {
      const service = find(name, place);
      return service !== undefined && isHeadless(service) ? service : undefined;
    };
    if (length === 1) return find(first);
    if (length === 3) return findHeadless(second ?? '', third);
    return find(first, second) ?? (end === -1 ? findHeadless(second ?? '') : undefined);
  }
}

/** Returns the ports of a Service that an address may mean, none where it has no port of this number. */
export function portsMeant(service: Manifest, { port, scheme = '' }: WrittenAddress): readonly ServicePort[] {
  const ports = servicePorts(service);
  if (port !== undefined) {
    // The name of a headless Service leads to the Pods, whatever ports it has itself.
    if (isHeadless(service)) return [{ name: '', number: port, protocol: 'TCP', target: port, field: '' }];
    return ports.filter(({ number }) => number === port);
  }
  const usual = ports.filter(({ number }) => number === SCHEME_PORTS.get(scheme));
  return usual.length > 0 ? usual : ports;
}
